from __future__ import annotations

import pytest

from huiyao import summarize

TEXT = """\
东海市茶叶协会召开会员大会

3月6日，东海市茶叶协会会员大会在东海宾馆召开。{}
"""


def concerned(sentence: str) -> list[tuple[str, list[str], list[str]]]:
    """The matters of a sentence's resolutions with the people and organisations concerned."""
    found = summarize(TEXT.format(sentence)).to_dict()
    names = {person["id"]: person["name"] for person in found["people"]}
    return [(r["text"], [names[id_] for id_ in r["people"]], r["organizations"]) for r in found["resolutions"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议增补边小满为副会长。", [("边小满为副会长", ["边小满"], [])]),
        ("会议免去甄海副秘书长职务。", [("免去甄海副秘书长职务", ["甄海"], [])]),
        ("大会授予沐清泉“终身荣誉会长”称号。", [("“终身荣誉会长”", ["沐清泉"], [])]),
        (
            "春山茶业有限公司当选会长单位，云雾茶业有限公司、东海市供销集团有限公司等5家单位当选副会长单位。",
            [
                ("春山茶业有限公司当选会长单位", [], ["春山茶业有限公司"]),
                (
                    "云雾茶业有限公司、东海市供销集团有限公司等5家单位当选副会长单位",
                    [],
                    ["云雾茶业有限公司", "东海市供销集团有限公司"],
                ),
            ],
        ),
        (
            "云雾茶业有限公司荣获“领航企业”称号，会长沐清泉荣获“先进个人”称号。",
            [("“领航企业”称号", [], ["云雾茶业有限公司"]), ("“先进个人”称号", ["沐清泉"], [])],
        ),
        ("协会荣获“全国先进社会组织”称号。", [("“全国先进社会组织”称号", [], ["东海市茶叶协会"])]),
        ("会议选举产生理事21名。", [("理事21名", [], [])]),
        ("会议审议通过会长沐清泉所作的《工作报告》。", [("会长沐清泉所作的《工作报告》", [], [])]),
    ],
)
def test_elections_and_awards_name_those_concerned(
    sentence: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert concerned(sentence) == expected


def test_who_gives_is_not_given() -> None:
    (found,) = concerned("云雾茶业有限公司被东海市农业局评为“领航企业”。")
    assert found[2] == ["云雾茶业有限公司"]
