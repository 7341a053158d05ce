from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reading
from huiyao import rules
from huiyao.lexicon import bundled
from huiyao.recognize import resolution
from huiyao.recognize.resolution import matter
from huiyao.recognize.sealed import seal
from huiyao.records import CleanText, Mention, Resolution
from huiyao.text import Span


@dataclass(frozen=True)
class Read:
    clean: CleanText
    resolutions: tuple[Resolution, ...]

    def said(self) -> list[tuple[str, str]]:
        return [(r.kind, r.text) for r in self.resolutions]


def read(text: str, *people: str) -> Read:
    page = reading.page(text)
    clean = page.passages.clean
    mentions = [
        Mention("person", Span(at, at + len(name)), name, "test")
        for name in people
        for at in range(len(clean.text))
        if clean.text.startswith(name, at)
    ]
    return Read(clean, resolution.find(page.passages, page.quantities, mentions, page.imprint, bundled()))


PASSED = [
    (
        "会议审议通过了《年度工作报告》《财务收支报告》等两项议案。",
        [("approved", "《年度工作报告》"), ("approved", "《财务收支报告》")],
    ),
    (
        "经举手表决，一致通过理事会工作报告、财务报告和会费标准调整方案。",
        [("approved", "理事会工作报告"), ("approved", "财务报告"), ("approved", "会费标准调整方案")],
    ),
    (
        "工作报告暨收支决算案、113年度收支预算案（编列新台币1,286万元）均照案通过。",
        [("approved", "工作报告暨收支决算案"), ("approved", "113年度收支预算案")],
    ),
    ("《2024年工作要点》已经理事长办公会审议通过，现印发给你们。", [("approved", "《2024年工作要点》")]),
    (
        "理事会投票审议了两项提案：成立茶叶分会的提案，调整会费的提案，两项决议经理事会一致表决通过。",
        [("approved", "成立茶叶分会的提案"), ("approved", "调整会费的提案")],
    ),
    ("部长主持召开部务会议，审议并原则通过《茶园环境监测要求》。", [("approved", "《茶园环境监测要求》")]),
    ("会议审议了《工作方案》，原则通过并要求完善。", [("approved", "《工作方案》")]),
    ("关于上调会费标准的议案，赞成票不足三分之二，未获通过。", [("rejected", "关于上调会费标准的议案")]),
    ("与会代表还投票否决了将协会更名的提议。", [("rejected", "将协会更名的提议")]),
    ("购置会馆案则因意见分歧，遭到否决。", [("rejected", "购置会馆案")]),
    ("会上审议了《茶会财务制度》，并以举手方式予以通过。", [("approved", "《茶会财务制度》")]),
    ("全体会员对《选举办法》进行了审议，并鼓掌通过。", [("approved", "《选举办法》")]),
    ("大会审议表决通过了《会费办法》修改（草案）。", [("approved", "《会费办法》修改（草案）")]),
    (
        "何山作第三届理事会工作报告，甄海作财务报告，上述报告均获大会通过。",
        [("approved", "第三届理事会工作报告"), ("approved", "财务报告")],
    ),
    (
        "会议通过了三项议题：一、设立青年委员会；二、调整会费标准。",
        [("established", "青年委员会"), ("decided", "调整会费标准")],
    ),
    ("第一项议题：审议年度工作总结。表决结果：全体通过。", [("approved", "年度工作总结")]),
]

CHOSEN = [
    (
        "大会以无记名投票、差额选举方式选举产生第四届理事会理事89名、监事5名。",
        [("elected", "第四届理事会理事89名"), ("elected", "监事5名")],
    ),
    ("何山连任会长，甄海当选秘书长。", [("elected", "何山连任会长"), ("elected", "甄海当选秘书长")]),
    ("会议增补理事8名。", [("elected", "增补理事8名")]),
    ("会议决定聘请何山为荣誉会长。", [("elected", "何山为荣誉会长")]),
    ("选举方面，秘书长则由何山续任。", [("elected", "秘书长则由何山续任")]),
    (
        "大会选举产生理事会，其中春山茶业公司担任会长单位。",
        [("elected", "理事会"), ("elected", "春山茶业公司担任会长单位")],
    ),
    ("选举中，何山以402票当选，将于明年接任。", [("elected", "何山以402票当选")]),
    ("免去何山会计职务，由甄海接任村报账员。", [("decided", "免去何山会计职务"), ("elected", "甄海接任村报账员")]),
]

DONE = [
    ("会议同意“冷藏分会”更名为“配送分会”。", [("renamed", "“冷藏分会”更名为“配送分会”")]),
    ("两位会长共同为东海市数字茶业联盟揭牌。", [("established", "东海市数字茶业联盟")]),
    ("会议决定设立茶园节能专业委员会。", [("established", "茶园节能专业委员会")]),
    ("接纳春山茶业公司等18家单位为会员单位。", [("admitted", "春山茶业公司等18家单位为会员单位")]),
    ("全年新发展会员34家，其中规上企业19家。", [("admitted", "新发展会员34家")]),
    ("双方签订了战略合作协议。", [("signed", "签订了战略合作协议")]),
    ("三方签署《三省茶业合作倡议》。", [("signed", "《三省茶业合作倡议》")]),
    ("全市共签约33个项目，签约金额达175亿元。", [("signed", "全市共签约33个项目")]),
    ("协会发布了《东海茶业发展报告（2023）》。", [("released", "《东海茶业发展报告（2023）》")]),
    ("全年发布团体标准7项。", [("released", "团体标准7项")]),
    ("协会被省民政厅评为5A级社会组织。", [("awarded", "5A级社会组织")]),
    ("授予“云舍”等10家茶社“最美茶社”称号。", [("awarded", "“最美茶社”")]),
    ("同意何山同志辞去副会长职务。", [("decided", "何山同志辞去副会长职务")]),
    ("同意海东公司等11家单位退会。", [("decided", "海东公司等11家单位退会")]),
    ("商会荣获“文明单位”“先进商会”等荣誉。", [("awarded", "“文明单位”"), ("awarded", "“先进商会”")]),
    ("协会成立青年委员会、专家委员会。", [("established", "青年委员会"), ("established", "专家委员会")]),
    ("协会发布《茶业年报》和“东海茶”品牌。", [("released", "《茶业年报》"), ("released", "“东海茶”品牌")]),
    ("会长宣读了《关于表彰2022年度先进集体的决定》。", [("awarded", "2022年度先进集体")]),
    ("两会签订友好商会协议书，缔结为友好商会。", [("signed", "签订友好商会协议书")]),
    ("仪式上，两家商会缔结为友好商会。", [("signed", "缔结为友好商会")]),
]

NOTHING = [
    "会议审议了《工作方案》，与会人员展开热烈讨论。",
    "希望协会成立茶叶质量检测中心，签订更多合作协议。",
    "拟于6月底前召开会员代表大会，选举产生新一届理事会。",
    "自2005年成立以来，协会秘书处始终坚持服务会员。",
    "双方通过微信联络，企业通过了质量认证。",
    "签约仪式由何山主持，签约金额达175亿元。",
    "全国劳动模范、春山茶业公司董事长何山介绍了经验。",
    "活动获得与会代表一致好评，获奖选手共18名。",
    "今后五年，要成立茶业研究院，发布行业标准。",
    "现任会长何山表示，新当选的理事责任重大。",
    "会议还讨论了选举办法草案，提交大会审议通过。",
    "大会对本次会议提交的3项议案进行表决，均获通过。",
    "据悉，何山、甄海之前分别担任东海区委书记和临海区委书记，新一届班子由九人组成。",
    "甄海因已调任东海旅游局局长，请求辞去副会长职务。",
    "会长宣读了《关于成立分会的决定》。",
]


@pytest.mark.parametrize(("sentence", "said"), PASSED + CHOSEN + DONE)
def test_each_matter_is_told_in_the_words_of_the_text(sentence: str, said: list[tuple[str, str]]) -> None:
    assert read(sentence).said() == said


@pytest.mark.parametrize("sentence", NOTHING)
def test_plans_wishes_and_agenda_items_decide_nothing(sentence: str) -> None:
    assert read(sentence).said() == []


def test_a_plan_s_section_decides_nothing() -> None:
    text = (
        "一、2023年主要工作\n组建法律服务团。\n二、2024年工作计划\n（一）成立茶叶分会。发布团体标准4项。\n"
        "三、结语\n表决通过章程。"
    )
    assert read(text).said() == [("established", "法律服务团"), ("approved", "章程")]


def test_what_happened_long_before_the_report_s_year_is_its_history() -> None:
    text = (
        "东海市茶叶协会2023年工作总结\n发布日期：2024-01-15\n"
        "2007年12月20日，协会成立了秘书处。2023年，协会成立了青年分会。\n"
    )
    assert read(text).said() == [("established", "青年分会")]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("会议一致通过章程。", "passed_unanimously"),
        ("会议全票通过章程。", "passed_unanimously"),
        ("会议表决通过章程。", "passed"),
        ("会议否决了章程修改提案。", "rejected"),
        ("会议决定设立茶园节能专业委员会。", "passed"),
        ("两位会长共同为东海市数字茶业联盟揭牌。", "done"),
        ("甄海当选秘书长。", "done"),
        ("甄海全票当选秘书长。", "passed_unanimously"),
    ],
)
def test_the_outcome_is_in_the_words_around(sentence: str, outcome: str) -> None:
    (found,) = read(sentence).resolutions
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("以119票同意、5票反对、2票弃权通过设立物流分会的议案。", (119, 5, 2, "票")),
        ("会费调整案，举手表决结果赞成98票、反对41票，予以通过。", (98, 41, None, "票")),
        (
            "（一）审议通过《利润分配预案》\n表决结果：同意股数103,616,116股，占99%；反对股数8股；弃权股数0股。",
            (103616116, 8, 0, "股"),
        ),
        ("增设委员会之建议，赞成七十六票、反对十二票，获得通过。", (76, 12, None, "票")),
    ],
)
def test_votes_are_counted_with_their_matter(text: str, counted: tuple[int, int | None, int | None, str]) -> None:
    (found,) = read(text).resolutions
    assert found.votes is not None
    favour, against, abstain, unit = counted
    assert found.votes.favour == favour
    assert found.votes.against == (None if against is None else Decimal(against))
    assert found.votes.abstain == (None if abstain is None else Decimal(abstain))
    assert found.votes.unit == unit


def test_votes_of_all_make_it_unanimous() -> None:
    (found,) = read("（一）审议通过《利润分配预案》\n表决结果：同意9票，反对0票，弃权0票。").resolutions
    assert found.outcome == "passed_unanimously"


@pytest.mark.parametrize(
    "text",
    [
        "案由：修改章程案。\n决议：赞成10票，反对0票，弃权0票，通过。\n",
        "1、修改章程的议案。表决结果：赞成10票，反对0票，弃权0票，通过。\n",
    ],
)
def test_votes_of_all_make_it_unanimous_in_minutes_too(text: str) -> None:
    assert [found.outcome for found in read(text).resolutions] == ["passed_unanimously"]


def test_a_known_person_begins_the_matter_of_an_election() -> None:
    text = "增补湖湾食品公司总经理何山、江湾冷冻厂厂长甄海为副会长，春山茶业公司总经理言午当选监事长。"
    assert read(text, "何山", "甄海", "言午").said() == [
        ("elected", "何山、江湾冷冻厂厂长甄海为副会长"),
        ("elected", "言午当选监事长"),
    ]


def test_a_new_president_is_told_by_the_title_where_nothing_else_tells_it() -> None:
    text = "典礼上，上届会长将印信交予新任会长何山。"
    assert read(text, "何山").said() == [("elected", "新任会长何山")]
    assert read("何山当选会长。" + text, "何山").said() == [("elected", "何山当选会长")]


@pytest.mark.parametrize(
    ("text", "people", "said"),
    [
        ("就职典礼上，会长何山、理事长甄海领誓，全体成员宣誓就职。", ("何山", "甄海"), ["会长何山", "理事长甄海"]),
        ("第四届会长何山与第五届会长甄海完成交接。", ("何山", "甄海"), ["第五届会长甄海"]),
        ("图为新任会长何山。\n典礼上，新任会长何山致辞。", ("何山",), ["新任会长何山"]),
    ],
)
def test_who_takes_office_was_chosen(text: str, people: tuple[str, ...], said: list[str]) -> None:
    assert read(text, *people).said() == [("elected", words) for words in said]


def test_a_company_tells_each_motion_and_its_votes_in_lines() -> None:
    text = (
        "春山茶业股份有限公司股东大会决议公告\n本次会议于2023年5月6日召开。\n二、议案审议情况\n"
        "（一）审议《关于2022年度工作报告的议案》\n1.议案内容：略。\n2.表决结果：\n"
        "同意股数34,000股，占有表决权股份总数的100%；反对股数0股，占0%；弃权股数0股，占0%。\n议案获得通过。\n"
        "（二）审议《关于续聘会计师事务所的议案》\n"
        "表决结果：同意33,000股，占出席会议有效表决权的97.06%；反对1,000股，占2.94%；弃权0股。\n"
        "3.00 关于变更住所的议案\n总表决情况：\n同意10股，占0.03%；反对33,990股，占99.97%；弃权0股。\n"
    )
    found = read(text).resolutions
    assert [(r.text, r.kind, r.outcome, r.votes and r.votes.share) for r in found] == [
        ("《关于2022年度工作报告的议案》", "approved", "passed_unanimously", Decimal(100)),
        ("《关于续聘会计师事务所的议案》", "approved", "passed", Decimal("97.06")),
        ("关于变更住所的议案", "rejected", "rejected", Decimal("0.03")),
    ]


@pytest.mark.parametrize(
    ("text", "people", "said"),
    [
        ("会议同时选举副会长4人、监事2人。", (), ["选举副会长4人", "监事2人"]),
        (
            "新一届首长名单：8位副会长包括何山、甄海和施能。",
            ("何山", "甄海", "施能"),
            ["8位副会长包括何山、甄海和施能"],
        ),
        ("换届后由何山任会长、甄海任监事长。", ("何山", "甄海"), ["何山任会长", "甄海任监事长"]),
        ("何山获会董一致推举，推选担任第五届会长。", ("何山",), []),
        ("经过理事会选举成为新一届会长后，何山发表了讲话。", ("何山",), []),
    ],
)
def test_how_many_and_who_were_chosen(text: str, people: tuple[str, ...], said: list[str]) -> None:
    assert read(text, *people).said() == [("elected", words) for words in said]


def test_a_report_is_named_without_its_author() -> None:
    assert read("大会审议通过了秘书长何山作的工作报告和财务报告。").said() == [
        ("approved", "工作报告"),
        ("approved", "财务报告"),
    ]


def test_who_comes_to_a_founding_is_not_founded() -> None:
    assert read("副会长何山应邀出席东海市茶叶协会成立大会。").said() == [("established", "东海市茶叶协会")]


def test_the_tables_of_a_listed_company_are_read() -> None:
    text = (
        "春山茶业股份有限公司股东大会决议公告\n（一）非累积投票议案\n1、议案名称：关于修订章程的议案\n审议结果：通过\n"
        "表决情况：\n股东类型\t同意\t反对\t弃权\nA股\t34,000,000\t99.9\t1,000\t0.1\t0\t0\n"
        "2、议案名称：关于担保的议案\n审议结果：不通过\n（二）累积投票议案表决情况\n"
        "3.01\t何山\t33,000,000\t97.05\t是\n3.02\t甄海\t3,000,000\t9.05\t否\n"
    )
    found = read(text).resolutions
    assert [(r.kind, r.text) for r in found] == [
        ("approved", "关于修订章程的议案"),
        ("rejected", "关于担保的议案"),
        ("elected", "何山"),
    ]
    assert found[0].votes
    assert (found[0].votes.favour, found[0].votes.share) == (34000000, Decimal("99.9"))


def test_votes_may_be_counted_before_their_matter() -> None:
    (found,) = read("会议以8票同意，0票反对，1票弃权的表决结果，审议通过《关于投资的议案》。").resolutions
    assert found.votes
    assert (found.votes.favour, found.votes.abstain) == (8, 1)


@pytest.mark.parametrize("verdict", ["，同意38票，反对2票，通过。", "，同意15票，反对26票，未通过。"])
def test_a_numbered_matter_is_named_without_its_number(verdict: str) -> None:
    text = f"会议进行了表决。\n一、关于停车收费标准调整的方案{verdict}\n"
    assert [words for _, words in read(text).said()] == ["关于停车收费标准调整的方案"]


def test_what_is_voted_on_beside_what_passes_passes_too() -> None:
    text = "会议审议通过了协会章程，表决会费标准，并选举产生了理事会。"
    assert read(text).said()[:2] == [("approved", "协会章程"), ("approved", "会费标准")]


def test_a_founding_is_named_without_the_meeting_before_it() -> None:
    text = "东海市茶业联盟第一次大会（合作协议签署仪式）暨东海市茶业创新中心揭牌仪式在龙井村召开。"
    assert read(text).said() == [("established", "东海市茶业创新中心")]


def test_a_motion_that_is_handed_on_is_not_passed_by_the_next() -> None:
    text = (
        "春山茶业股份有限公司董事会决议公告\n（一）审议通过《2021年度工作报告》议案\n1.议案内容：略。\n"
        "2.议案表决结果：同意5票；反对0票；弃权0票。\n（二）审议《关于关联交易》议案\n1.议案内容：略。\n2.议案表决结果：\n"
        "因非关联董事不足半数，本议案直接提交股东大会。\n（三）审议通过《召开年度股东大会》议案\n"
        "2.议案表决结果：同意5票；反对0票；弃权0票。\n"
    )
    found = read(text).resolutions
    assert [r.text for r in found] == ["《2021年度工作报告》议案", "《召开年度股东大会》议案"]
    assert [r.votes and r.votes.favour for r in found] == [5, 5]


def test_who_was_chosen_may_stand_behind_a_label() -> None:
    text = "选举结果：理事当选人：何山、甄海、施能。监事当选人：林秀琴、沐清和。"
    assert read(text).said() == [("elected", "理事当选人：何山、甄海、施能"), ("elected", "监事当选人：林秀琴、沐清和")]


def test_names_before_the_first_that_is_known_are_chosen_too() -> None:
    assert read("何山、甄海当选副会长。", "甄海").said() == [("elected", "何山、甄海当选副会长")]


def test_a_notice_decides_nothing() -> None:
    text = "关于召开第四届会员大会的通知\n会议内容：\n1.审议工作报告；\n2.选举第四届理事会、监事会。\n"
    assert read(text).said() == []


def test_a_founding_is_named_without_the_signing_before_it() -> None:
    text = "春山集团校企合作签约暨产业学院揭牌仪式在东海举行。双方共同为“春山产业学院”揭牌。"
    assert read(text).said() == [("established", "“春山产业学院”")]


def test_powers_that_a_charter_gives_decide_nothing() -> None:
    text = (
        "东海市茶叶协会章程\n第四章 理事会的职权：\n（一）选举和罢免会长、副会长、秘书长；\n"
        "（二）决定会员的吸收和除名；\n（三）决定本会各内部机构的设置。\n"
    )
    assert read(text).said() == []


def test_one_verdict_may_be_that_of_several_motions() -> None:
    text = (
        "东海市茶叶协会理事会召开\n会议审议以下事项：\n1、《关于修改章程的议案》\n2、《关于会费标准的议案》\n"
        "表决结果：以上议案均以9票同意、0票反对获得通过。\n"
    )
    assert read(text).said() == [
        ("approved", "《关于修改章程的议案》"),
        ("approved", "《关于会费标准的议案》"),
    ]


def test_what_is_put_off_is_decided_and_has_no_outcome() -> None:
    text = "理事会审议了五项议案，其中《会费标准修订案》暂缓表决，其余议案获得通过。"
    (found,) = read(text).resolutions
    assert (found.kind, found.text, found.outcome) == ("decided", "《会费标准修订案》", None)


def test_what_is_said_of_a_document_does_not_end_the_list_of_those_passed() -> None:
    text = (
        "会议审议通过了以下议案：\n一、《2022年度报告》。\n二、《关于厂房租赁的议案》。\n"
        "上述议案为关联交易，关联董事回避表决。\n三、《关于修订授权书的议案》。\n"
    )
    assert [words for _, words in read(text).said()] == [
        "《2022年度报告》",
        "《关于厂房租赁的议案》",
        "《关于修订授权书的议案》",
    ]


def test_the_line_below_a_title_says_that_it_was_passed() -> None:
    text = "东海市茶叶协会\n会费管理办法\n（2023年4月10日第二次会员大会审议通过）\n第一条 会费按年缴纳。\n"
    assert read(text).said() == [("approved", "会费管理办法")]


def test_minutes_give_each_motion_its_verdict() -> None:
    text = (
        "提案一　　　提案人：秘书处\n"
        "　案　由：审查新入会会员资格案，提请　审议。\n　说　明：略。\n　决　议：照案通过。\n"
        "提案二\n　案　由：会费拟由三千元调高为六千元案。\n　决　议：意见不一，本案保留，下次会议再议。\n"
        "提案三\n　案　由：拟聘何山理事兼任副秘书长案。\n　决　议：无异议通过。\n"
        "提案四\n　案　由：拟将嘉年华移至外岛举办案。\n　决　议：经举手表决，赞成三票、反对七票，本案不通过。\n"
    )
    assert [(r.kind, r.outcome) for r in read(text).resolutions] == [
        ("approved", "passed"),
        ("decided", None),
        ("elected", "passed_unanimously"),
        ("rejected", "rejected"),
    ]
    assert read(text).resolutions[0].text == "新入会会员资格案"


def test_a_verdict_may_stand_below_the_count() -> None:
    text = "案由：修订「议事规则」案。\n决议：投票表决结果如下：\n赞成权数：37,878,857权\n本案经表决照案通过。\n"
    (found,) = read(text).resolutions
    assert (found.kind, found.text, found.outcome) == ("approved", "修订“议事规则”案", "passed")
    assert found.votes is not None
    assert found.votes.favour == 37878857


def test_numbered_matters_that_end_in_a_vote_are_decided_there() -> None:
    text = (
        "㈠2022年度光伏收益分配方案。全年收入26.4万元。表决：同意41票，反对0票，弃权0票，一致通过。\n"
        "㈡租地建生猪养殖场事项。代表担心污染水源，表决：同意7票、反对31票，不予通过。\n"
    )
    assert read(text).said() == [("approved", "2022年度光伏收益分配方案"), ("rejected", "租地建生猪养殖场事项")]


def test_a_line_that_announces_resolutions_makes_each_item_one() -> None:
    text = (
        "春山茶业公司董事会\n重要决议\n一、授权董事长于一定额度内提供资金贷与。\n二、通过本公司内部稽核计画。\n三、选任新任董事长。\n"
        "会后公司公告了以上各项。"
    )
    assert read(text).said() == [
        ("decided", "授权董事长于一定额度内提供资金贷与"),
        ("approved", "本公司内部稽核计画"),
        ("elected", "选任新任董事长"),
    ]


def test_a_list_of_posts_below_an_election_is_read_line_by_line() -> None:
    text = (
        "东海市茶叶协会换届选举会议召开\n2023-04-12\n选举结果如下：\n会长：何山（连任）\n副会长：甄海、言午、柯楷\n"
        "会后新一届班子合影留念，并与老会员座谈。"
    )
    assert read(text).said() == [("elected", "会长：何山"), ("elected", "副会长：甄海、言午、柯楷")]
    assert read("出席人员\n理事：何山、甄海、言午\n").said() == []


def test_a_line_may_hold_several_posts() -> None:
    text = "东海茶业协会召开换届大会\n\n选举结果如下：\n\n理事长：何山 副理事长：甄海\n\n副理事长单位：春山茶业公司"
    said = ["理事长：何山", "副理事长：甄海", "副理事长单位：春山茶业公司"]
    assert [words for _, words in read(text).said()] == said


def test_what_the_title_says_again_is_told_once() -> None:
    text = "东海市茶叶分会成立\n2023-04-12\n4月10日，东海市茶叶协会东海市茶叶分会成立大会在东海宾馆召开。\n"
    assert [kind for kind, _ in read(text).said()] == ["established"]


def test_spans_hold_the_words() -> None:
    found = read("\n".join(sentence for sentence, _ in PASSED + CHOSEN + DONE))
    assert len(found.resolutions) > 30
    for one in found.resolutions:
        assert found.clean.text[one.span.slice] == one.text
        assert one.evidence.words[0] in one.evidence.sentence


@given(st.text(alphabet="会议审议通过选举当选为任决定成立签获奖《》“”（）、，。；：同意票一二三\n", max_size=80))
def test_any_text_is_read_and_no_two_resolutions_overlap(text: str) -> None:
    found = read(text)
    for before, after in zip(found.resolutions, found.resolutions[1:], strict=False):
        assert before.span.end <= after.span.start


@given(st.text(alphabet="甲乙丙，。：；、《》“”（）()[],;:!?‘’'0123 \n", max_size=60))
def test_sealing_keeps_every_place(text: str) -> None:
    assert len(seal(text)) == len(text)


def test_a_comma_in_a_title_ends_no_clause() -> None:
    sealed = seal("通过《甲，乙》，并发布“丙、丁”")
    assert sealed.count("，") == 1
    assert "、" not in sealed


def test_a_list_is_parted_only_behind_documents() -> None:
    text = "新增常务理事、理事的提案和章程修订案"
    spans = list(matter.documents(text, seal(text), Span(0, len(text)), bundled()))
    assert [text[s.slice] for s in spans] == ["新增常务理事、理事的提案", "章程修订案"]


def test_the_rules_meet_their_examples() -> None:
    families = [family for family in rules.families() if family.startswith("resolution")]
    assert len(families) > 5
    assert rules.check(families, bundled()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "会议通过了“年度工作报告”； “关于新任理事的提案”；“财务情况的报告”。",
            [
                ("approved", "“年度工作报告”"),
                ("approved", "“关于新任理事的提案”"),
                ("approved", "“财务情况的报告”"),
            ],
        ),
        (
            "大会通过了协会章程并选举产生了新一届协会会长、秘书长。",
            [("approved", "协会章程"), ("elected", "新一届协会会长、秘书长")],
        ),
        ("会议原则同意《秘书处工作报告》。", [("approved", "《秘书处工作报告》")]),
        ("何会长的工作报告在与会代表热烈的掌声中获得通过。", [("approved", "何会长的工作报告")]),
        (
            "召开第九次理监事会，通过本会会旗图样，及小组长选举办法。",
            [("approved", "本会会旗图样"), ("approved", "小组长选举办法")],
        ),
        ("召开第十次理监事会，通过乐捐三万元作为会馆基金。", [("decided", "乐捐三万元作为会馆基金")]),
        (
            "大会接受第一届理事会会长辞呈，确定了新一届理事会副会长和秘书长人选。",
            [("decided", "第一届理事会会长辞呈"), ("elected", "新一届理事会副会长和秘书长人选")],
        ),
        (
            "会议选举产生了第八届理事会六十五名理事、十三名常务理事。",
            [("elected", "第八届理事会六十五名理事"), ("elected", "十三名常务理事")],
        ),
        ("大会聘任名誉理事长2名。", [("elected", "聘任名誉理事长2名")]),
        (
            "会议审议通过商会“工作报告”“财务报告”和“考核办法”。",
            [("approved", "商会“工作报告”"), ("approved", "“财务报告”"), ("approved", "“考核办法”")],
        ),
        (
            "会议表决通过了年度预算、开放茶园、联合办展等3项议案。",
            [("approved", "年度预算"), ("approved", "开放茶园"), ("approved", "联合办展")],
        ),
        ("最后，大会首先通过了大会决议。", [("approved", "大会决议")]),
        (
            "会议决定增补春山学院为副会长单位、夏水公司为理事单位。",
            [("elected", "春山学院为副会长单位"), ("elected", "夏水公司为理事单位")],
        ),
        ("会议同意将学报更名为《茶学》，建议将茶馆更名为茶苑。", [("renamed", "学报更名为《茶学》")]),
        ("局长应邀出席并为联合会揭牌。", [("established", "联合会")]),
    ],
)
def test_wordings_of_unseen_pages(text: str, said: list[tuple[str, str]]) -> None:
    assert read(text).said() == said


@pytest.mark.parametrize(
    ("text", "people", "said"),
    [
        ("何山先生众望所归，当选东海市茶叶协会会长。", ("何山",), "何山先生众望所归，当选东海市茶叶协会会长"),
        ("何山荣膺东海商会第五届会长。", ("何山",), "何山荣膺东海商会第五届会长"),
        ("何山当选为本届茶叶分会、茶具分会主任委员。", ("何山",), "何山当选为本届茶叶分会、茶具分会主任委员"),
        ("会上特邀何山担任协会名誉会长，气氛热烈。", ("何山",), "何山担任协会名誉会长"),
    ],
)
def test_who_is_chosen_in_unseen_wordings(text: str, people: tuple[str, ...], said: str) -> None:
    assert read(text, *people).said() == [("elected", said)]


@pytest.mark.parametrize(
    "text",
    [
        "大会由当选秘书长何山主持。",
        "代表们为新一届理事会的产生投出庄严的一票。",
        "东海商会于今年二月举行“会长选举大会”，何山获会董一致通过，推选连任。",
        "双方去年签订战略合作协议，合作良好。",
        "东海茶叶联盟成立预备会在江城召开。",
        "与会人员提出以下意见和建议：\n1.将评选活动更名为“茶王赛”；\n2.成立茶叶专业委员会。\n",
        "理事们建议将评选活动更名为“茶王赛”，提议增设茶具专业委员会。",
        "会议要求做好换届工作，选举产生新一届领导班子。",
        "根据决定，第三次代表大会于9月9日举行，补选协会会长。",
        "学会通过设立展台、悬挂横幅向居民讲解知识，通过成立讲师团走进社区。",
        "从会长手中接过聘书后，何山说，自己愿意为商会出力。",
        "新当选的会长既是荣誉也是责任。",
        "双方就东海市茶叶分会成立事宜交换意见。",
    ],
)
def test_wordings_of_unseen_pages_that_decide_nothing(text: str) -> None:
    assert read(text, "何山").said() == []


def test_titles_below_a_line_that_says_they_were_passed() -> None:
    found = read(
        "春山公司公告\n第一届董事会第九次会议审议并通过：\n《关于聘任副总经理的议案》\n根据公司发展规划，现公告如下。\n"
    )
    assert found.said() == [("approved", "《关于聘任副总经理的议案》")]


def test_an_agreement_named_again_is_one() -> None:
    found = read("东海大学与春山公司签署战略合作协议。\n副校长与总经理分别代表双方签署协议。\n")
    assert found.said() == [("signed", "签署战略合作协议")]


def test_a_founding_is_named_without_its_founders() -> None:
    found = read("4月9日，东海大学参与发起的东海市茶叶促进会成立大会在江城召开。\n")
    assert found.said() == [("established", "东海市茶叶促进会")]


def test_posts_and_names_parted_by_a_space() -> None:
    found = read("第一届理监事会议举行\n选举结果：\n理事长 何远山\n常务理事 甄海生\n")
    assert [said for said in found.said() if said[0] == "elected"] == [
        ("elected", "理事长何远山"),
        ("elected", "常务理事甄海生"),
    ]
