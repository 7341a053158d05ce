"""The words around figures as patterns, compiled once for a lexicon."""

from __future__ import annotations

from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon

SPACE = "[ \u00a0\u3000]"
# single characters are also parts of nouns: 国有, 行为, 发达, 报到, 签约, 公共; 共青团, 网购, 就业, 有限
_SINGLE_REACH = (
    "(?<=[，。、；,])计|(?<![所国私占没])有|(?<![行作认称因])为|(?<![发表传抵])达|(?<![公总])共|(?<![报签应实])到|(?<![签节条合预])约"
    "|(?<![建架])设|(?<=[数共合总])计|[是在至仅只已各]|(?<![自理缘经])由"
)
_SINGLE_LEAD = (
    "共(?![同青产建享赢商])|并(?![购网联轨发行])|就(?!业)|但(?!书)|有(?![限关色机效害偿望])|[已还仅的了]"
    "|[一二三四五六七八九十]是|[0-9]{1,2}[、.．](?![0-9])|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾参]{1,3}、"
)
_FUNDS = "(?:授信|贷款|投资|资金|融资|捐款|善款|补助|补贴|奖金|订单|产值)"


class Words:
    """Patterns over sealed text (see figure.py)."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.alternation
        self.base = {w: row["base"] for w, row in lexicon.table("figure_base").items()}
        self.direction = {w: row["direction"] for w, row in lexicon.table("figure_change").items()}
        self.reach = patterns.compile(f"(?:{words('figure_reach')}|{_SINGLE_REACH}|{SPACE})$")
        # 完成率 is a word
        self.lead = patterns.compile(f"(?:(?:{words('figure_lead')})(?!率)|{_SINGLE_LEAD}|{SPACE})")
        self.into = patterns.compile(words("figure_into"))
        self.change = patterns.compile(
            f"(?P<change>{words('figure_change')})(?:[了约近又为达在]|达到|分别|保持|控制|介乎|介于|{SPACE})*$"
        )
        self.change_word = patterns.compile(words("figure_change"))
        self.base_word = patterns.compile(words("figure_base"))
        # 作物, 在校生, 各国代表 begin like words that follow a figure and are none
        self.follow = patterns.compile(f"(?!{words('figure_noun')}){words('figure_follow')}")
        self.attend = patterns.compile(words("figure_attend"))
        self.become = patterns.compile(f"(?<!重)(?!获奖[的者])(?:{words('figure_become')})")
        self.act = patterns.compile(words("figure_act"))
        self.acts = patterns.compile(f"(?:{words('figure_act', noun='')}|提升|申报|改造|初审|复审){{1,2}}")
        # 建造师, 培训费 are no verbs
        self.act_verb = patterns.compile(
            f"(?<!报(?=刊)){words('figure_act', noun='')}(?![师员者商率费额量强比总]|志愿者|[收支][入出])"
        )
        self.attribute = patterns.compile(f"(?:[一二三四五]期)?(?:{words('figure_attribute')})$")
        self.standing = frozenset(lexicon.words("figure_attribute", alone="yes"))
        self.head = patterns.compile(words("figure_head"))
        self.general = frozenset(lexicon.words("figure_general"))
        person, body, officer = words("figure_person"), words("figure_body"), words("figure_person", body="yes")
        # 代表队, 会员单位, 专家组 are no people; a second kind of people is joined to the first: 茶学教授及茶农代表
        some, ends = "[^，。；、]{0,12}?", f"(?![组团队委会库级证院单大处型类性制费奖林名等的、和与及暨以]|{person})"
        joined = f"{some}(?:{person})(?:以?及|和|与|暨){some}(?:{person}){ends}"
        self.persons = patterns.compile(f"(?:{joined}|{some}(?:{person}){ends})")
        # 20亿授信, 近百会员: what stands behind a figure without a unit
        self.unmeasured = patterns.compile(f"{self.persons.pattern}|[^，。；、的]{{0,2}}?{_FUNDS}")
        # 50余家企业负责人 are of 50 companies
        self.bodies = patterns.compile(
            f"[^，。；、的]{{0,12}}?(?:{body})(?=的|[^，。；、的]{{0,4}}(?:{officer}){ends})"
        )
        self.bodies_listed = patterns.compile(
            f"(?:[^，。；、的]{{1,10}}、){{1,5}}[^，。；、的]{{1,14}}?(?:{body})(?={words('figure_attend')})"
        )
        self.officers = patterns.compile(f"(?P<officer>的?[^，。；、的]{{0,6}}(?:{officer}){ends})")
        self.place = patterns.compile(words("place"))
        self.vote = patterns.compile(words("figure_vote"))


@lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """The patterns for a lexicon."""
    return Words(lexicon)
