"""The one form of letters, marks, quotation marks, dashes, spaces and characters."""

from __future__ import annotations

import pytest

from reading import clean


def forms(*lines: str) -> pytest.MarkDecorator:
    """Cases written as source → clean."""
    return pytest.mark.parametrize(("source", "wanted"), [tuple(line.split(" → ")) for line in lines])


@forms(
    "２０２３年ＡＩ大会 → 2023年AI大会",
    "增长１５％ → 增长15%",
    "主持人︰張三 → 主持人：张三",
    "⾦⻓⼤会 → 金长大会",
    "金秋 → 金秋",
    "①成立②改选 → ①成立②改选",
    "㈠会务 → ㈠会务",
    "占地30㎡ → 占地30㎡",
    "二○二三年 → 二〇二三年",
    "二O一八年 → 二〇一八年",
    "二0二0年 → 二〇二〇年",
    "共100家 → 共100家",
    "≪章程≫ → 《章程》",
    "会议⋯⋯ → 会议……",
)
def test_letters_and_signs(source: str, wanted: str) -> None:
    assert clean(source).text == wanted


@forms(
    "会长,秘书长;理事:张三 → 会长，秘书长；理事：张三",
    "召开了!好吗? → 召开了！好吗？",
    "张三(会长)和CEO(Li Lei) → 张三（会长）和CEO(Li Lei)",
    "the CEO(Li Lei), said: → the CEO(Li Lei), said:",
    "f(x)成立 → f（x）成立",
    "各县(市 → 各县（市",
    "(圖)簽約 → （图）签约",
    "(左） → （左）",
    "收入1,200元,支出３，０００元 → 收入1,200元，支出3,000元",
    "9:30开会 → 9:30开会",
    "时间:9：30 → 时间：9:30",
    "赞成反对3∶1 → 赞成反对3:1",
    "https://a.cn/会 → https://a.cn/会",
    "大会闭幕． → 大会闭幕。",
    "大会闭幕.他说 → 大会闭幕。他说",
    "三.财务 → 三.财务",
    "1．总则 → 1.总则",
    "增长３．５% → 增长3.5%",
    "阿不力孜.买买提 → 阿不力孜·买买提",
    "热合曼•玉山江 → 热合曼·玉山江",
    "• 会议 → • 会议",
)
def test_marks(source: str, wanted: str) -> None:
    assert clean(source).text == wanted


@forms(
    "「海洋『藻場』計畫」 → “海洋‘藻场’计划”",
    "『章程』 → “章程”",
    '签署"战略"协议 → 签署“战略”协议',
    "'工匠'精神 → ‘工匠’精神",
    '15"屏幕 → 15"屏幕',
    'the "best" → the "best"',
    "it's 会议 → it's 会议",
    "”两山”理念 → “两山”理念",
    "完成”。他说“要 → 完成”。他说“要",
)
def test_quotation_marks(source: str, wanted: str) -> None:
    assert clean(source).text == wanted


@forms(
    "1月—10月 → 1月-10月",
    "10～15% → 10-15%",
    "3月5日－8日 → 3月5日-8日",
    "9:00–11:00 → 9:00-11:00",
    "第1―第3项 → 第1-第3项",
    "北京─上海 → 北京—上海",
    "开放－创新 → 开放-创新",
    "会议－－侧记 → 会议——侧记",
    "会议--侧记 → 会议——侧记",
    "a--b → a--b",
    "会议——侧记 → 会议——侧记",
)
def test_dashes(source: str, wanted: str) -> None:
    assert clean(source).text == wanted


@forms(
    "　　会议召开 → 会议召开",
    "2023 年 5 月共 16 家 → 2023年5月共16家",
    "在 NHK 报道， → 在NHK报道，",
    "张三 CEO → 张三 CEO",
    "第 3 届 → 第3届",
    "時　　間：下午 → 时间：下午",
    "盧　照、文 靜 → 卢照、文静",
    "方　圓理事 → 方圆理事",
    "會 議 紀 要 → 会议纪要",
    "会长  王 静　李明 → 会长 王静 李明",
    "潘岳　临江云计算公司总经理 → 潘岳 临江云计算公司总经理",
    "姓名\t\t单位 → 姓名\t单位",
    "作者： 张三 → 作者：张三",
    "他说 “好 ”。 → 他说“好”。",
    "占比（%） 票数 → 占比（%） 票数",
    "一　会议概况 → 一 会议概况",
    "能耗降低　%　2.9 → 能耗降低 % 2.9",
    "All  rights reserved → All rights reserved",
)
def test_spaces(source: str, wanted: str) -> None:
    assert clean(source.replace("\\t", "\t")).text == wanted.replace("\\t", "\t")


@forms(
    "資訊科技協會 → 资讯科技协会",
    "瞭解協會，登上瞭望塔 → 了解协会，登上瞭望塔",
    "陳昇、楊聯陞參加，提昇服務 → 陈昇、杨联陞参加，提升服务",
    "乾隆年間，餅乾與乾安縣 → 乾隆年间，饼干与乾安县",
    "衞生署敍述 → 卫生署叙述",
    "復甦計畫由林甦主持 → 复苏计划由林甦主持",
    "徐煇發言 → 徐煇发言",
)
def test_script(source: str, wanted: str) -> None:
    assert clean(source).text == wanted


def test_simplified_text_keeps_the_characters_that_it_shares() -> None:
    assert clean("张乾元、李昇和於海洋出席会议").edits == ()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("會長在協會發言", "traditional"),
        ("会长在协会发言", "simplified"),
        ("會長在协会发言", "mixed"),
        ("AI 2023", "simplified"),
        ("张乾元", "simplified"),
    ],
)
def test_the_script_is_told(text: str, script: str) -> None:
    assert clean(text).script == script


def test_each_converted_character_maps_to_its_own() -> None:
    found = clean("資訊協會")
    assert [(e.before, e.after, e.source.start) for e in found.edits] == [
        ("資", "资", 0),
        ("訊", "讯", 1),
        ("協", "协", 2),
        ("會", "会", 3),
    ]
