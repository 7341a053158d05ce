"""Makes sentences of meeting news whose people, organisations and titles are known. All of them are made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from people import Told

SURNAMES = """
王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈
曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔
康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪
严 牛 温 芦 季 俞 章 鲁 葛 冼 佘 逄 郄 谌 昝 隗 欧阳 司徒 上官 诸葛 皇甫 尉迟
"""
GIVEN = """
伟 敏 静 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 丽萍 建国 志强 晓东 文博 思远 海燕 国华 春梅 立新 玉珍 雅琴
若愚 永年 景行 子涵 德胜 秀兰 学敏 宏图 云飞 振宇 嘉怡 佩珊 启明 大鹏 少华 丽娜 兆丰 维民 光远 忠义 惠芳 泽宇
雪莲 庆祥
"""
PLACES = "海川市 云岭县 南江省"
TRADES = "茶业 物流 花卉 陶瓷 软件 养老服务 餐饮 家具 物联网 渔业"
FIRMS = "云帆 瑞峰 恒泽 启程 金穗 蓝湾 众禾"


@dataclass(frozen=True)
class Kind:
    """A kind of organisation: how its names are made, and which titles it gives."""

    name: Callable[[Random], str]
    titles: tuple[str, ...]


KINDS = (
    Kind(
        lambda r: r.choice(PLACES.split()) + r.choice(TRADES.split()) + r.choice(["协会", "商会", "联合会"]),
        ("会长", "副会长", "常务副会长", "执行会长", "名誉会长", "秘书长", "副秘书长", "监事长", "理事"),
    ),
    Kind(
        lambda r: r.choice(FIRMS.split()) + r.choice(TRADES.split()) + r.choice(["有限公司", "集团", "股份有限公司"]),
        ("董事长", "总经理", "副总经理", "总裁", "总工程师", "首席执行官"),
    ),
    Kind(
        lambda r: (
            r.choice(PLACES.split()) + r.choice(["商务局", "民政局", "农业农村局", "工业和信息化局", "文化和旅游局"])
        ),
        ("局长", "副局长", "党组书记", "一级调研员", "原局长"),
    ),
    Kind(
        lambda r: r.choice(["南江", "海川", "东山"]) + r.choice(["大学", "理工大学", "师范学院"]),
        ("教授", "副教授", "校长", "副校长", "党委书记"),
    ),
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and the posts that a reader finds in it."""

    text: str
    posts: frozenset[Told]


def sentences(count: int, *, seed: int) -> list[Sentence]:
    """So many sentences, the same ones for the same seed."""
    source = Random(seed)
    return [_sentence(source) for _ in range(count)]


def _sentence(source: Random) -> Sentence:
    people = [_person(source) for _ in range(source.randint(1, 3))]
    text = source.choice(_MEETINGS).format("、".join(phrase for phrase, _ in people))
    return Sentence(text, frozenset(post for _, posts in people for post in posts))


_MEETINGS = (
    "{}出席会议。",
    "{}等参加活动。",
    "3月6日，{}到会指导。",
    "{}分别致辞。",
    "出席会议的有{}。",
    "大会邀请{}参加。",
    "会上，{}作了交流发言。",
    "会议由{}主持。",
)


def _person(source: Random) -> tuple[str, list[Told]]:
    """A noun phrase about one or more people, and their posts."""
    kind = source.choice(KINDS)
    organization, title = kind.name(source), source.choice(kind.titles)
    return source.choice(_PHRASES)(source, organization, title, kind)


def _name(source: Random) -> str:
    return source.choice(SURNAMES.split()) + source.choice(GIVEN.split())


def _before(source: Random, organization: str, title: str, _: Kind) -> tuple[str, list[Told]]:
    name = _name(source)
    return organization + title + name, [(name, organization, title)]


def _in_brackets(source: Random, organization: str, title: str, _: Kind) -> tuple[str, list[Told]]:
    name = _name(source)
    return f"{name}（{organization}{title}）", [(name, organization, title)]


def _with_two_titles(source: Random, organization: str, title: str, kind: Kind) -> tuple[str, list[Told]]:
    name, other = _name(source), source.choice([t for t in kind.titles if t != title])
    joint = source.choice(["、", "兼"])
    return f"{organization}{title}{joint}{other}{name}", [(name, organization, title), (name, organization, other)]


def _with_two_posts(source: Random, organization: str, title: str, _: Kind) -> tuple[str, list[Told]]:
    name, kind = _name(source), source.choice(KINDS)
    other, of_other = kind.name(source), source.choice(kind.titles)
    return f"{organization}{title}、{other}{of_other}{name}", [(name, organization, title), (name, other, of_other)]


def _with_colleague(source: Random, organization: str, title: str, kind: Kind) -> tuple[str, list[Told]]:
    name, colleague = _name(source), _name(source)
    other = source.choice([t for t in kind.titles if t != title])
    posts: list[Told] = [(name, organization, title), (colleague, organization, other)]
    return f"{organization}{title}{name}、{other}{colleague}", posts


def _behind(source: Random, organization: str, title: str, _: Kind) -> tuple[str, list[Told]]:
    name = _name(source)
    return organization + name + title, [(name, organization, title)]


def _with_a_shared_title(source: Random, organization: str, title: str, kind: Kind) -> tuple[str, list[Told]]:
    title = next((t for t in kind.titles if t.startswith("副")), title)
    names = [_name(source), _name(source)]
    return organization + title + "、".join(names), [(name, organization, title) for name in names]


_PHRASES = (
    *(_before, _before, _in_brackets, _behind),
    *(_with_two_titles, _with_two_posts, _with_colleague, _with_a_shared_title),
)
