from __future__ import annotations

import pytest

from huiyao.lexicon import bundled
from huiyao.recognize import date, imprint, subject
from huiyao.records import Organizations
from people import cuts_of
from reading import passages


def organizations(text: str) -> Organizations:
    """What a text says of organisations by its title, its introductions and its first sentences alone."""
    page, lexicon = passages(text), bundled()
    about = imprint.read(page, date.find(page, lexicon), lexicon)
    return subject.find(page, about, (), (), cuts_of(page.text), lexicon)


TEA = "海川市茶业商会召开第三届第二次理事会\n3月6日，海川市茶业商会在云岭宾馆召开理事会。"

READ = [
    (TEA, "海川市茶业商会"),
    ("海川市茶业商会召开会议。", "海川市茶业商会"),
    # An association before the offices that come to it.
    (
        "海川市商务局到海川市茶业商会调研\n3月6日，海川市商务局一行到海川市茶业商会调研，海川市茶业商会介绍了情况。",
        "海川市茶业商会",
    ),
    ("云岭茶业有限公司举行年会\n3月6日，云岭茶业有限公司举行年会。云岭茶业有限公司向员工致谢。", "云岭茶业有限公司"),
    ("南江大学举行毕业典礼\n6月20日，南江大学举行毕业典礼。南江大学向毕业生致贺。", "南江大学"),
    # Whoever speaks of itself without its name.
    ("我校举行毕业典礼\n6月20日，我校举行毕业典礼，我校师生参加。", "我校"),
    # Guests are not whom it is about.
    ("东港商会会长裴景行一行8人莅临我会考察。我会会长邱国栋接待了东港商会会长裴景行。", "我会"),
    # The body whose session it is, before the offices that it appoints to.
    ("海川市九届人大常委会举行会议。会议任命骆文轩为海川市人民政府副市长。海川市人民政府列席。", "海川市人大常委会"),
    # What is said of the company that a report does not name.
    ("公司召开职代会。会上表扬了2023年度公司标兵。公司上下为促进公司发展努力，激励全集团。", None),
    # A place is no organisation, nor is a meeting.
    ("3月6日，天气晴好，茶园开采。", None),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_whom_a_report_is_about(text: str, expected: str | None) -> None:
    assert organizations(text).subject == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海川市茶业商会（以下简称“茶商会”）召开会议。", {"茶商会": "海川市茶业商会"}),
        ("海川市茶业商会（简称茶商会）召开会议。", {"茶商会": "海川市茶业商会"}),
        ("海川市茶业商会（以下简称：茶商会）召开会议。", {"茶商会": "海川市茶业商会"}),
        ("由云岭茶业有限公司（下称“云岭茶业”）承办。", {"云岭茶业": "云岭茶业有限公司"}),
        (
            "海川市茶业商会（以下简称“茶商会”）、海川市物流协会（以下简称“物流协会”）共建。",
            {"茶商会": "海川市茶业商会", "物流协会": "海川市物流协会"},
        ),
        ("海川市茶业商会（含分会）召开会议。", {}),
        ("天气（以下简称“天气”）晴好。", {}),
    ],
)
def test_short_forms_are_introduced(text: str, expected: dict[str, str]) -> None:
    assert organizations(text).aliases == expected


def test_the_subject_is_named_in_full_where_it_is_written_short() -> None:
    text = "茶商会召开理事会\n海川市茶业商会（以下简称“茶商会”）召开理事会。茶商会会员到会。茶商会向会员致谢。"
    assert organizations(text).subject == "海川市茶业商会"


def test_each_family_has_its_foremost() -> None:
    text = (
        "海川市茶业商会走进南江大学\n3月6日，海川市茶业商会走进南江大学。"
        "海川市茶业商会向南江大学赠书，南江大学向海川市茶业商会致谢。南江大学师生参加。"
    )
    found = organizations(text)
    assert found.subject == "海川市茶业商会"
    assert (found.foremost["association"], found.foremost["school"]) == ("海川市茶业商会", "南江大学")


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("云岭茶业公司召开职代会。", "company", "云岭茶业公司"),
        ("南江大学教育基金会理事会召开。南江大学教育基金会向捐赠人致谢。", "school", "南江大学"),
    ],
)
def test_a_short_report_has_a_foremost_too(text: str, family: str, expected: str) -> None:
    assert organizations(text).foremost[family] == expected
