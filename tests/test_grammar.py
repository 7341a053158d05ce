"""Numerals, quantities and dates in all the forms that reports write, each with the value it stands for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from huiyao.recognize.numeral import value
from huiyao.records import CalendarDate
from reading import dates, quantities

NUMERALS = """
0 0 | 7 7 | 12 12 | 0.5 0.5 | 3.14 3.14 | 1,200 1200 | 1,234,567 1234567 | 12,345.6 12345.6 | 7 109 7109
1 234 567 1234567
2.5亿 250000000 | 3.2万 32000 | 3.2万余 32000 | 700多万 7000000 | 10余亿 1000000000 | 1.2万亿 1200000000000 | 5千 5000
3百 300 | 1.5百万 1500000 | 2千万 20000000 | 1万2千 12000 | 1万2 12000 | 3万5 35000 | 3亿5,000万 350000000
1,286万4,000 12864000 | 2兆3,000亿 2300000000000 | 300余 300 | 40多 40 | 20来 20 | 3仟万 30000000 | 8．5 8.5
〇 0 | 零 0 | 一 1 | 两 2 | 九 9 | 十 10 | 十一 11 | 二十 20 | 二十一 21 | 三十三 33 | 九十九 99 | 廿三 23 | 卅 30
一百 100 | 两百 200 | 一百零八 108 | 一百一十 110 | 一百一 110 | 三百五 350 | 五百六十七 567 | 九百九十九 999
一千 1000 | 一千零五 1005 | 一千零五十 1050 | 三千五 3500 | 两千余 2000 | 二千三百余 2300 | 九千九百九十九 9999
一万 10000 | 一万二 12000 | 一万二千 12000 | 三万零五 30005 | 十二万多 120000 | 一百多万 1000000 | 七十万零四百 700400
二百一十五万三千六百 2153600 | 一百二十三万四千五百六十七 1234567 | 一千二百万 12000000 | 两千亿 200000000000
一亿三千万 130000000 | 三万亿 3000000000000 | 二十三万亿 23000000000000 | 十四·七兆 14700000000000 | 两点五亿 250000000
一点五 1.5 | 零点三 0.3 | 十四点七 14.7 | 九十九点五 99.5 | 一百二十点五 120.5 | 一二七六 1276 | 二〇二一 2021
二○二三 2023
百余 100 | 千余 1000 | 万余 10000 | 百 100 | 千 1000 | 百亿 10000000000 | 百万 1000000 | 十多万 100000 | 十几 10
壹佰 100 | 叁仟 3000 | 伍万陆仟 56000 | 三千五百 3500 | 八万三千 83000 | 三百二十一万八千四百五十 3218450
"""

# text = values (or low..high) with unit and qualifier; several figures are divided by ;
QUANTITIES = """
新发展会员单位70家 = 70 家
会员达1,206人 = 1206 人
营收2.5亿元 = 250000000 元
规模7 109万元 = 71090000 元
近90人参会 = 90 人 about
约2万吨 = 20000 吨 about
逾1,200人次 = 1200 人次 over
突破460万吨 = 4600000 吨 over
超过120亿元 = 12000000000 元 over
不少于60件 = 60 件 over
不低于15.5亿元 = 1550000000 元 over
至少3家 = 3 家 over
不足40% = 40 % under
不超过10人 = 10 人 under
不到9人 = 9 人 under
培训300余人 = 300 人 over
资金700多万元 = 7000000 元 over
一百余名代表 = 100 名 over
二千三百余人次 = 2300 人次 over
百余人到会 = 100 人 over
近千名嘉宾 = 1000 名 about
五十个左右 = 50 个 about
250人上下 = 250 人 about
新建冷库300座以上 = 300 座 over
控制在420万元以内 = 4200000 元 under
失业率在4%以下 = 4 % under
增长8.3% = 8.3 %
增长40％ = 40 %
出生率5.65‰ = 5.65 ‰
提高1.9个百分点 = 1.9 百分点
下调25个基点 = 25 基点
百分之十五 = 15 %
百分之0.5 = 0.5 %
千分之三 = 3 ‰
占三分之二 = 0.6667 -
占四分之三 = 0.75 -
约七分之一 = 0.1429 - about
毛竹占3/4 = 0.75 -
三成 = 30 %
不足三成 = 30 % under
两成一 = 21 %
超过八成五 = 85 % over
三至四成 = 30..40 %
翻一番 = 1 番
翻了两番 = 2 番
增长1.5倍 = 1.5 倍
增长两倍多 = 2 倍 over
制定标准2-3项 = 2..3 项
培训300~500人 = 300..500 人
占地30～50亩 = 30..50 亩
每期7至9家 = 7..9 家
增幅介乎6%至6.5% = 6..6.5 %
启动资金1-2万元 = 10000..20000 元
高标准农田3-3.5万亩 = 30000..35000 亩
市场规模150亿~180亿元 = 15000000000..18000000000 元
每人3,000至8,000元 = 3000..8000 元
规模800-1000万元 = 8000000..10000000 元
三到五家企业 = 3..5 家
两三家企业 = 2..3 家
三四十人 = 30..40 人
五六百人 = 500..600 人
三十三人 = 33 人
一二七六家 = 1276 家
十四·七兆元 = 14700000000000 元
二百一十五万三千六百元 = 2153600 元
1,286万4,000元 = 12864000 元
会费由1万2千元调为1万5千元 = 12000 元 ; 15000 元
3亿5,000万元 = 350000000 元
出口2.9亿美元 = 290000000 美元
投资3200万欧元 = 32000000 欧元
捐款150万港元 = 1500000 港元
销售额一千二百万澳门元 = 12000000 澳门元
善款港币320万元 = 3200000 元
美金6,934,182元 = 6934182 美元
人民币5,600万元 = 56000000 元
投资5亿人民币 = 500000000 元
面积3.6万平方米 = 36000 平方米
会址3000平方尺 = 3000 平方尺
公路146公里 = 146 公里
播种面积345.6千公顷 = 345600 公顷
发电96.3亿千瓦时 = 9630000000 千瓦时
装机200兆瓦 = 200 兆瓦
浓度29微克/立方米 = 29 微克/立方米
冷媒2.8公吨 = 2.8 公吨
亩产1128公斤 = 1128 公斤
平均气温15.6℃ = 15.6 ℃
专利12项、标准3项、论文45篇 = 12 项 ; 3 项 ; 45 篇
同意119票、反对5票、弃权2票 = 119 票 ; 5 票 ; 2 票
反对0票 = 0 票
103,616,116股 = 103616116 股
出栏1860万羽 = 18600000 羽
存栏38.6万头 = 386000 头
赋码2600万枚 = 26000000 枚
设摊六十四摊 = 64 摊
筵开68席 = 68 席
培训9班次 = 9 班次
走访180多户次 = 180 户次 over
客房900多间次 = 900 间次 over
接待17批次、260余人次 = 17 批次 ; 260 人次 over
三案均执行完毕 = 3 案
应收款四笔 = 4 笔
46 所高校 = 46 所
近 400 名代表 = 400 名 about
竹林面积约 290 万亩 = 2900000 亩 about
产业结构为18.8:26.1:55.1 = 18.8 ; 26.1 ; 55.1
阅读量突破2.5亿， = 250000000 - over
入场人次突破十万。 = 100000 - over
损工事故率0.31。 = 0.31 -
会员3,260余家 = 3260 家 over
自然增长率为-2.52‰ = -2.52 ‰
在议会中占一半。 = 0.5 -
5名医生 = 5 名
5271名校友 = 5271 名
3家家电企业 = 3 家
投入5000+人次 = 5000 人次 over
"""

# no quantity is in any of these
EMPTY = """
2021年12月16日 | 11月20日上午 | 第三届 | 第3次会议 | 三届四次理事会 | 第19届第2次 | 列第19位 | 第1—10名
历时三年 | 用时45分钟 | 3个月内 | 十年来 | 两天 | 30周年 | 10个工作日 | 45岁以下 | 三个小时
上午8:30 | 下午二时 | 5G基站 | 4A级社会组织 | PM2.5治理 | COVID-19疫情 | 电话0477-5551234 | 康泰路8号 | 3号楼
一等奖 | 二三线城市 | 登记失业率[1] | 数千张 | 几十家 | 若干个 | 三农工作 | 十四五规划 | 公告编号2024-031 | 〔2024〕3号
"""

DATES = """
2021年12月16日 = 2021-12-16
2021年12月 = 2021-12
2021年 = 2021
2021年度 = 2021
2021-12-16 = 2021-12-16
2021/12/16 = 2021-12-16
2021.12.16 = 2021-12-16
2023/5/27 9:12:40 = 2023-05-27
2021-12 = 2021-12
2021 年 12 月 16 日 = 2021-12-16
2021年12月16号 = 2021-12-16
二〇二一年 = 2021
二〇二一年十二月十六日 = 2021-12-16
二○二三年九月 = 2023-09
二零二四年五月二十日 = 2024-05-20
一九九八年元月 = 1998-01
民国113年 = 2024
民国64年 = 1975
民国一一二年 = 2023
中华民国一一二年九月十六日 = 2023-09-16
113年1月1日 = 2024-01-01
111年11月24至25日 = 2022-11-24..2022-11-25
112年度 = 2023
一一三年度 = 2024
112年1至7月 = 2023-01..2023-07
111.12.02 = 2022-12-02
2019年7月29日至8月4日 = 2019-07-29..2019-08-04
2020年10月17—18日 = 2020-10-17..2020-10-18
2024年5月22-23日 = 2024-05-22..2024-05-23
2022年11月4日至5日 = 2022-11-04..2022-11-05
2022年12月30日至2023年1月2日 = 2022-12-30..2023-01-02
二〇二二年七月十五、十六两日 = 2022-07-15..2022-07-16
2019年4月至8月 = 2019-04..2019-08
2018年1—10月 = 2018-01..2018-10
2023年一至八月 = 2023-01..2023-08
2019—2021年 = 2019..2021
2019年至2022年 = 2019..2022
2023年上半年 = 2023-01..2023-06
2023年下半年 = 2023-07..2023-12
2023年第一季度 = 2023-01..2023-03
2023年前三季度 = 2023-01..2023-09
2022年8月底 = 2022-08
2022年底 = 2022
2023年3月上旬 = 2023-03
11月20日 = --11-20
11月20日上午 = --11-20
十一月二十日 = --11-20
五月初三日 = --05-03
10月17—18日 = --10-17..--10-18
7月29日至8月4日 = --07-29..--08-04
3月 = --03
1-5月 = --01..--05
"""

# against a report published on 2023-06-13
TOLD_ON = CalendarDate(2023, 6, 13)
RELATIVE = """
昨天 = 2023-06-12 | 昨晚 = 2023-06-12 | 昨日 = 2023-06-12 | 今天 = 2023-06-13 | 前天 = 2023-06-11
明天开幕 = 2023-06-14
今年 = 2023 | 去年 = 2022 | 前年 = 2021 | 明年 = 2024 | 上年 = 2022 | 今年3月 = 2023-03 | 去年10月 = 2022-10
今年1-5月 = 2023-01..2023-05 | 今年十月六日至九日 = 2023-10-06..2023-10-09 | 去年12月8日 = 2022-12-08
明年6月 = 2024-06
上月 = 2023-05 | 本月 = 2023-06 | 下月 = 2023-07 | 上月28日 = 2023-05-28 | 本月十日 = 2023-06-10
今年前5个月 = 2023-01..2023-05
12日 = 2023-06-12 | 5月26日 = 2023-05-26 | 12月28日 = 2022-12-28 | 28日 = 2023-05-28 | 上半年 = 2023-01..2023-06
"""

_TO_TRADITIONAL = OpenCC("s2t")


def cells(table: str) -> list[str]:
    return [cell.strip() for line in table.strip().splitlines() for cell in line.split("|")]


def pairs(table: str) -> list[tuple[str, str]]:
    """The expressions of a table with what they stand for, and those that differ in the traditional script again."""
    written = [(a.strip(), b.strip()) for a, _, b in (cell.partition(" = ") for cell in cells(table))]
    return written + [(t, b) for a, b in written if (t := _TO_TRADITIONAL.convert(a)) != a]


@pytest.mark.parametrize("cell", cells(NUMERALS))
def test_a_numeral_has_its_value(cell: str) -> None:
    numeral, _, expected = cell.rpartition(" ")
    assert value(numeral) == Decimal(expected)


@pytest.mark.parametrize("numeral", ["", "个", "几十", "余", "三个", "1.2.3"])
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        value(numeral)


@pytest.mark.parametrize(("text", "expected"), pairs(QUANTITIES))
def test_a_quantity_is_read_with_unit_and_qualifier(text: str, expected: str) -> None:
    found = []
    for quantity in quantities(text):
        amount = quantity.amount
        number = f"{amount.value:f}" + (f"..{amount.value_max:f}" if amount.value_max is not None else "")
        unit = "-" if amount.unit is None else amount.unit
        found.append(" ".join(part for part in (number, unit, amount.qualifier.replace("exact", "")) if part))
    assert " ; ".join(found) == expected


@pytest.mark.parametrize(
    "text", [t for cell in cells(EMPTY) for t in dict.fromkeys([cell, _TO_TRADITIONAL.convert(cell)])]
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert [q.text for q in quantities(text)] == []


def shown(text: str, published: CalendarDate | None) -> list[str]:
    return [str(d.start) + (f"..{d.end}" if d.end else "") for d in dates(text, published)]


@pytest.mark.parametrize(("text", "expected"), pairs(DATES))
def test_a_date_is_read_as_far_as_it_is_written(text: str, expected: str) -> None:
    assert shown(text, None) == [expected]


@pytest.mark.parametrize(("text", "expected"), pairs(RELATIVE))
def test_a_date_is_told_against_the_day_of_publication(text: str, expected: str) -> None:
    assert shown(text, TOLD_ON) == [expected]


def test_there_are_three_hundred_expressions() -> None:
    assert len(cells(NUMERALS)) + sum(len(pairs(t)) for t in (QUANTITIES, DATES, RELATIVE)) + len(cells(EMPTY)) >= 300


# ── value, text, value ──

FIGURES = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A whole number below 10 to the 16th in Chinese, as it is spoken."""
    if number < 10:
        return FIGURES[number]
    for size, sign in ((10**12, "兆"), (10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 else ""
            return chinese(head) + sign + gap + (chinese(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 10**16 - 1))
def test_chinese_numerals_come_back(number: int) -> None:
    assert value(chinese(number)) == number


@given(st.integers(0, 10**12))
def test_figures_one_by_one_come_back(number: int) -> None:
    written = "".join(FIGURES[int(figure)] for figure in str(number))
    assert value(written) == number


@given(st.integers(0, 10**15), st.sampled_from([",", "，", " ", "\u00a0"]))
def test_separated_figures_come_back(number: int, separator: str) -> None:
    assert value(f"{number:,}".replace(",", separator)) == number


@given(st.decimals(0, 10**6, places=4), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_scaled_figures_come_back(number: Decimal, scale: tuple[str, int]) -> None:
    sign, size = scale
    assert value(f"{number:f}{sign}") == number * size


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_mixed_figures_come_back(upper: int, lower: int) -> None:
    assert value(f"{upper:,}万{lower:,}") == upper * 10**4 + (lower * 1000 if lower < 10 else lower)


@given(st.dates())
def test_whole_dates_come_back(day: date) -> None:
    if not 1900 <= day.year <= 2099:
        return
    year = "".join(FIGURES[int(figure)] for figure in str(day.year))
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.isoformat()}",
        f"{day.year}/{day.month}/{day.day}",
        f"{year}年{chinese(day.month).replace('一十', '十')}月{day.day}日",
    ):
        assert shown(text, None) == [day.isoformat()]
