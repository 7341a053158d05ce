from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.lexicon import bundled
from huiyao.link import name
from huiyao.records import Organizations
from people import Told, posts, summary, unread

TEA, LOGISTICS, TRADE = "海川市茶业协会", "海川市物流商会", "海川市商务局"
KNOWN = Organizations(TEA, {"association": TEA, "school": "南江大学"}, {"物流会": LOGISTICS}, {TEA: 3, TRADE: 1})


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("协会", TEA),
        ("本会", TEA),
        ("我会", TEA),
        ("协会专家委员会", TEA + "专家委员会"),
        ("物流会", LOGISTICS),
        ("物流会秘书处", LOGISTICS + "秘书处"),
        ("海川市商务局局", TRADE),
        ("我校", "南江大学"),
        (TEA, TEA),
        ("云岭茶业有限公司", "云岭茶业有限公司"),
    ],
)
def test_a_short_name_stands_for_the_full_one(written: str, full: str) -> None:
    assert name.full_name(written, KNOWN, bundled()) == full


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("省工信厅", "南江省工业和信息化厅", True),
        ("海川市茶业协会", "海川市茶业协会茶叶分会", True),
        ("海川市茶业协会", "海川市物流商会", False),
        (None, TEA, True),
    ],
)
def test_names_that_may_be_forms_of_one_organization(one: str | None, other: str | None, expected: bool) -> None:
    assert name.same(one, other, bundled()) is expected


@given(st.text(alphabet="海川市茶业协会", max_size=6), st.text(alphabet="海川市茶业协会", max_size=6))
def test_to_be_the_same_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert name.same(one, one, bundled())
    assert name.same(one, other, bundled()) == name.same(other, one, bundled())


OPENING = "海川市茶业协会召开理事会\n3月6日，海川市茶业协会在云岭宾馆召开理事会。"

READ: list[tuple[str, list[Told]]] = [
    # Whose officer a bare title is.
    ("会长邱国栋致辞。", [("邱国栋", TEA, "会长")]),
    ("协会会长邱国栋致辞。", [("邱国栋", TEA, "会长")]),
    ("本会会长邱国栋致辞。", [("邱国栋", TEA, "会长")]),
    ("我会会长邱国栋致辞。", [("邱国栋", TEA, "会长")]),
    ("邱国栋会长致辞。", [("邱国栋", TEA, "会长")]),
    (
        "选举邱国栋为会长，唐晓峰、裴景行为副会长。",
        [("邱国栋", TEA, "会长"), ("唐晓峰", TEA, "副会长"), ("裴景行", TEA, "副会长")],
    ),
    ("会长：邱国栋\n理事：唐晓峰、裴景行", [("邱国栋", TEA, "会长"), ("唐晓峰", TEA, "理事"), ("裴景行", TEA, "理事")]),
    ("党支部书记唐晓峰讲话。", [("唐晓峰", TEA, "党支部书记")]),
    ("协会专家委员会主任宁采薇作报告。", [("宁采薇", TEA + "专家委员会", "主任")]),
    ("协会监事会主席宁采薇作报告。", [("宁采薇", TEA, "监事会主席")]),
    # After another organisation a title of officers is that organisation's only where the list goes on.
    ("海川市商务局局长骆文轩到会。会长邱国栋致辞。", [("骆文轩", TRADE, "局长"), ("邱国栋", TEA, "会长")]),
    (
        "海川市物流商会会长唐晓峰、副会长裴景行到会，会长邱国栋致辞。",
        [("唐晓峰", LOGISTICS, "会长"), ("裴景行", LOGISTICS, "副会长"), ("邱国栋", TEA, "会长")],
    ),
    ("海川市商务局局长骆文轩、会长邱国栋到会。", [("骆文轩", TRADE, "局长"), ("邱国栋", TEA, "会长")]),
    # Not every title is of the one that reports.
    ("记者唐晓峰报道。", [("唐晓峰", None, "记者")]),
    ("宁采薇教授作报告。", [("宁采薇", None, "教授")]),
    ("副省长骆文轩致辞。", [("骆文轩", None, "副省长")]),
    # One person, however often named.
    ("会长邱国栋致辞。海川市茶业协会会长邱国栋强调，要团结。", [("邱国栋", TEA, "会长")]),
    ("专职副会长唐晓峰到会，副会长唐晓峰致辞。", [("唐晓峰", TEA, "专职副会长")]),
    (
        "会长邱国栋致辞。云岭茶业有限公司董事长邱国栋捐款。",
        [("邱国栋", TEA, "会长"), ("邱国栋", "云岭茶业有限公司", "董事长")],
    ),
    ("会长邱国栋致辞。邱国栋表示，要团结。", [("邱国栋", TEA, "会长")]),
    (
        "南江大学教授、南江理工大学校长阮青山致辞。后来，南江大学校长阮青山到会。",
        [("阮青山", "南江大学", "教授"), ("阮青山", "南江理工大学", "校长"), ("阮青山", "南江大学", "校长")],
    ),
    # A member of the party group is of the group whose secretary was named before.
    (
        "云岭烟草有限公司党组书记唐晓峰主持会议并讲话，党组成员、纪检组长裴景行作工作报告。",
        [
            ("唐晓峰", "云岭烟草有限公司", "党组书记"),
            ("裴景行", "云岭烟草有限公司", "党组成员"),
            ("裴景行", "云岭烟草有限公司", "纪检组长"),
        ],
    ),
    # What is no part of an organisation's name: verbs, prepositions, praise, terms of office, forms of address.
    ("会议希望大家确保商会稳步发展。会长邱国栋致辞。", [("邱国栋", TEA, "会长")]),
    (
        "与会的除了海川市物流商会会长唐晓峰，还有好朋友云岭茶业有限公司董事长裴景行。",
        [("唐晓峰", LOGISTICS, "会长"), ("裴景行", "云岭茶业有限公司", "董事长")],
    ),
    ("会长邱国栋（左）与海川市商务局局长骆文轩合影。", [("邱国栋", TEA, "会长"), ("骆文轩", TRADE, "局长")]),
    ("上一任海川市物流商会会长唐晓峰到会。", [("唐晓峰", LOGISTICS, "会长")]),
    ("裴景行当选为第三届首轮轮值会长。", [("裴景行", TEA, "轮值会长")]),
    ("任命裴景行同志为云岭茶业有限公司总经理。", [("裴景行", "云岭茶业有限公司", "总经理")]),
    # Organisations that hold a title's word, and titles that hold an organisation's.
    ("云岭时报社总编辑骆文轩到会。", [("骆文轩", "云岭时报社", "总编辑")]),
    ("云岭油画家研究中心主任骆文轩到会。", [("骆文轩", "云岭油画家研究中心", "主任")]),
    ("云岭基金会行政委员会委员骆文轩到会。", [("骆文轩", "云岭基金会行政委员会", "委员")]),
    ("综合规划所所长骆文轩到会。", [("骆文轩", "综合规划所", "所长")]),
    ("交通部长骆文轩、南江市议员唐晓峰到会。", [("骆文轩", "交通部", "部长"), ("唐晓峰", "南江市", "市议员")]),
    (
        "唐晓峰当选第三届理事会秘书长，裴景行当选职工代表监事。",
        [("唐晓峰", TEA, "秘书长"), ("裴景行", TEA, "职工代表监事")],
    ),
    (
        "海川市渔业总会（渔总）到会，渔总会长唐晓峰、渔总荣誉会长裴景行致辞。",
        [("唐晓峰", "海川市渔业总会", "会长"), ("裴景行", "海川市渔业总会", "荣誉会长")],
    ),
    # Who belongs to a company and is elected by the association.
    (
        "云岭茶业有限公司裴景行、东岳货运有限公司唐晓峰当选为副会长。",
        [
            ("裴景行", "云岭茶业有限公司", None),
            ("裴景行", TEA, "副会长"),
            ("唐晓峰", "东岳货运有限公司", None),
            ("唐晓峰", TEA, "副会长"),
        ],
    ),
    (
        "大会选举邱国栋当选会长，副会长为唐晓峰、裴景行，柏玉兰当选秘书长。",
        [("邱国栋", TEA, "会长"), ("唐晓峰", TEA, "副会长"), ("裴景行", TEA, "副会长"), ("柏玉兰", TEA, "秘书长")],
    ),
    ("会长为骆文轩颁发聘书。", [("骆文轩", None, None)]),
    ("协会独立董事唐晓峰先生、柏玉兰女士到会。", [("唐晓峰", TEA, "独立董事"), ("柏玉兰", TEA, "独立董事")]),
    ("参加会议的副秘书长有唐晓峰、裴景行。", [("唐晓峰", TEA, "副秘书长"), ("裴景行", TEA, "副秘书长")]),
    ("协会历届会长唐晓峰、裴景行到会。", [("唐晓峰", TEA, "历届会长"), ("裴景行", TEA, "历届会长")]),
    # A description between two titles, or before the name, breaks no list.
    (
        "协会副会长、中文系1995届校友、云岭茶业有限公司董事长裴景行到会。",
        [("裴景行", TEA, "副会长"), ("裴景行", "云岭茶业有限公司", "董事长")],
    ),
    (
        "邱国栋会长到会，海川市作家协会主席、茶文化领军人物唐晓峰致辞。",
        [("邱国栋", TEA, "会长"), ("唐晓峰", "海川市作家协会", "主席")],
    ),
    # Who is relieved of one post and takes another.
    (
        "免去裴景行同志南江大学党委副书记职务，任南江大学图书馆馆长。",
        [("裴景行", "南江大学", "党委副书记"), ("裴景行", "南江大学图书馆", "馆长")],
    ),
    ("会议通过《关于选举裴景行先生为协会监事会主席的议案》。", [("裴景行", TEA, "监事会主席")]),
    # A heading gives its title to the names below, to its own list and to the lines on which the list goes on.
    (
        "\n副会长（按姓氏笔画排序）：\n唐晓峰（云岭茶业有限公司董事长）\n裴景行\n秘书长：柏玉兰\n"
        "骆文轩　阮青山\n会后合影。秦守正先生到会。",
        [
            ("唐晓峰", TEA, "副会长"),
            ("唐晓峰", "云岭茶业有限公司", "董事长"),
            ("裴景行", TEA, "副会长"),
            ("柏玉兰", TEA, "秘书长"),
            ("骆文轩", TEA, "秘书长"),
            ("阮青山", TEA, "秘书长"),
            ("秦守正", None, None),
        ],
    ),
    # A title in quotation marks that is given, and several that are given up.
    (
        "授予骆文轩、唐晓峰同志“终身荣誉会长”称号。",
        [("骆文轩", TEA, "终身荣誉会长"), ("唐晓峰", TEA, "终身荣誉会长")],
    ),
    (
        "因工作调整，裴景行女士决定辞去云岭茶业有限公司总经理职务以及第二届董事会副董事长、董事职务。",
        [
            ("裴景行", "云岭茶业有限公司", "总经理"),
            ("裴景行", "云岭茶业有限公司", "副董事长"),
            ("裴景行", "云岭茶业有限公司", "董事"),
        ],
    ),
    # In a list a bare 局长 is of the 局 named before it, not of the one that the list begins with.
    (
        "席间，协会与海川市商务局签署备忘录，由副会长唐晓峰与局长骆文轩签署。",
        [("唐晓峰", TEA, "副会长"), ("骆文轩", TRADE, "局长")],
    ),
]

UNREAD = [
    unread(
        "省工信厅 is the full 厅 that the report names",
        "南江省工业和信息化厅到会指导。省工信厅副厅长秦守正致辞。",
        [("秦守正", "南江省工业和信息化厅", "副厅长")],
    ),
    unread(
        "市政府 is of the city that the sentence names",
        "海川市副市长骆文轩、市政府副秘书长秦守正到会。",
        [("骆文轩", "海川市", "副市长"), ("秦守正", "海川市政府", "副秘书长")],
    ),
    unread(
        "市委 is the one named before, and 市长 of its city",
        "海川市委副书记、市长骆文轩，市委常委、常务副市长秦守正到会。",
        [
            ("骆文轩", "海川市委", "副书记"),
            ("骆文轩", "海川市", "市长"),
            ("秦守正", "海川市委", "常委"),
            ("秦守正", "海川市", "常务副市长"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*READ, *UNREAD])
def test_posts_are_linked_to_their_organizations(text: str, expected: list[Told]) -> None:
    assert posts(OPENING + text) == expected


def test_who_serves_the_village_that_the_report_is_of() -> None:
    text = (
        "梨花坳村第二次村民代表会议决议公示\n主持人：村党支部书记唐晓峰，列席：驻村第一书记骆文轩、妇女主任柏玉兰。\n"
        "免去裴景行会计职务。"
    )
    assert posts(text) == [
        ("唐晓峰", "梨花坳村", "党支部书记"),
        ("骆文轩", "梨花坳村", "驻村第一书记"),
        ("柏玉兰", "梨花坳村", "妇女主任"),
        ("裴景行", "梨花坳村", "会计"),
    ]


def test_a_short_form_that_the_report_introduces() -> None:
    text = "海川市物流商会（以下简称“物流会”）换届。物流会会长唐晓峰致辞。"
    assert posts(text) == [("唐晓峰", LOGISTICS, "会长")]


def test_our_school_is_the_one_the_report_is_about() -> None:
    text = "南江大学举行典礼\n6月20日，南江大学举行典礼。南江大学校友到会。我校校长阮青山致辞。"
    assert posts(text) == [("阮青山", "南江大学", "校长")]


def test_roles_of_all_places_are_put_together() -> None:
    (person,) = summary("会长邱国栋主持会议。邱国栋作工作报告。选举邱国栋为会长。").people
    assert person.roles == ("host", "speaker", "elected")
    assert person.attended
    assert len(person.mentions) == 3


def test_to_attend_is_no_role_beside_another() -> None:
    (person,) = summary("会长邱国栋出席会议并致辞。").people
    assert person.roles == ("speaker",)


def test_a_position_lies_about_its_words() -> None:
    found = summary("会议由海川市茶业协会会长邱国栋主持。")
    (position,) = found.people[0].positions
    assert found.clean.text[position.span.slice] == "海川市茶业协会会长邱国栋"
    assert position.written == "海川市茶业协会"
    assert position.evidence.rule == "leading"
