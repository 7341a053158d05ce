from __future__ import annotations

import pytest

from huiyao.lexicon import bundled
from huiyao.recognize import attending
from huiyao.records import AttendingOrganization
from huiyao.segment.tokens import tokenizer
from huiyao.text import Span
from test_role import marked


def organizations(example: str) -> list[AttendingOrganization]:
    passages, phrases = marked(example)
    tokenize = tokenizer(bundled()).tokenize

    def cuts(span: Span) -> frozenset[int]:
        return frozenset({span.start, *(span.start + t.end for t in tokenize(passages.text[span.slice]))})

    found = attending.find(passages, phrases, cuts, bundled())
    assert all(passages.text[there.span.slice] == there.name for there in found)
    return list(found)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("市工商联、市税务局有关负责人参加活动。", ["市工商联", "市税务局"]),
        ("铁冠、白塔、山泉等50余家企业负责人参加培训。", ["铁冠", "白塔", "山泉"]),
        ("⟦处长{毕云涛}⟧到会，北江大学、南江医院的领导也参加了会议。", ["北江大学", "南江医院"]),
        ("会上，南江商会、北江协会等单位就共建联盟进行签约。", ["南江商会", "北江协会"]),
        ("省工信厅和北江大学派员参加。", ["省工信厅", "北江大学"]),
        ("南江协和医院、北江大学派员参加。", ["南江协和医院", "北江大学"]),
        ("来自省内外46所高校、科研院所和企业的代表参加会议。", []),
        ("各镇、街道经信办负责人参加会议。", []),
        ("⟦市商务局局长{沐清和}⟧出席会议。", []),
        ("江海海关和白塔区、台岭市政府相关负责同志作交流发言。", ["江海海关", "白塔区", "台岭市政府"]),
        ("党办、宣传部、人事处等部门负责人应邀参加会议。", ["党办", "宣传部", "人事处"]),
        ("东海市茶叶协会会员代表一百人参加会议。", []),
        ("两地龙头企业和商协会代表参加会议。", []),
        ("协会组织了南江公司、北江公司、东海公司等会员单位在茶园开展宣传活动。", ["南江公司", "北江公司", "东海公司"]),
        ("市财政局、市人社局作表态发言，省农科院专家作主题报告。", ["市财政局", "市人社局", "省农科院"]),
        ("出席会议的有：市民政局、市茶叶协会有关领导。", ["市民政局", "市茶叶协会"]),
        ("参会单位：市税务局、东海大学", ["市税务局", "东海大学"]),
        (
            "市农业农村局、市商务局，东海区政府，东海银行等单位领导和嘉宾出席开幕式。",
            ["市农业农村局", "市商务局", "东海区政府", "东海银行"],
        ),
        ("16个分支机构及4个专业工作委员会的主要负责人参会。", []),
        (
            "北江医院相关官员，国家卫计委国际司、疾控局，东海市政府、教育局相关人员陪同参加仪式。",
            ["北江医院", "国家卫计委国际司", "疾控局", "东海市政府", "教育局"],
        ),
    ],
)
def test_organizations_that_took_part(example: str, expected: list[str]) -> None:
    assert [there.name for there in organizations(example)] == expected


def test_an_organization_is_named_once() -> None:
    assert len(organizations("市税务局派员参加活动。会后，市税务局派员参加座谈。")) == 1
