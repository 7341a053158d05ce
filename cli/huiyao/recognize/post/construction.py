"""The constructions that join titles and names, as patterns of what stands between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.title import OF_A_LIST

COPULAS = ("为", "是", "系", "作为", "成为")
ENDS = ("", "，", "。", "、", " ", "\t", "\n", "；", "兼", "并", "（", "(", "）", "”", ",")
# 以甲为会长的新一届班子
SLATE = patterns.compile("的(?:新一届|第|[^，。；、的]{0,10}?(?:班子|构架|架构|领导集体|理事会|团队))")
# What follows a post in the title of a motion: 《关于选举甲为会长的议案》.
MOTION = ("的议案", "的提案", "的决议", "的决定", "的通知")
RELIEVED = patterns.compile("(?:同志|先生|女士)?的?")
# Between the name of who is given a title and that title: 授予甲同志“荣誉会长”称号.
QUOTED = patterns.compile("(?:同志|先生|女士)?(?:等[^，。；“]{0,8})?[“‘]")
HONOURED = patterns.compile("(?:荣誉)?称号")
LEFT_OFFICE = patterns.compile("，(?:同时|并)?(?:免去|免|解聘|不再担任)(?:其|他|她)?(?:原任|担任)?的?")
NEXT_OFFICE = patterns.compile("(?:的?(?:职务|一职|职位))?，(?:改|转|调|另|聘)?任(?:命为)?")
# 为甲、乙颁发副会长聘书: a letter of appointment gives the post that it names.
HANDED = patterns.compile(
    "(?:同志|先生|女士|教授)?(?:等[^，。；]{0,8})?(?:现场|分别|依次)?(?:颁发|颁授|颁赠|递交|送上|发放)了?"
)
APPOINTING = patterns.compile("的?(?:聘书|聘任书|任命书|聘函)")
OF_OFFICE = patterns.compile("的?(?:职务|一职|职位)")
# Between a name and a post said of it right behind: 易某，某大学教授.
APPOSED = ("，", ",", " ", "\t", "：", ":", "，系", "，现任", "，是")
FOUNDED = patterns.compile(
    r"(?:成立|设立|增设|组建|创立|新设|筹建)了?[“「]?([^，。；、“”]{2,30}?(?:会|公司|组|中心|联盟|院|所|部|办事处|基地|集团))[”」]?(?=[，。；])"
)
LONGEST_NAME, SHORTEST_NAME = 30, 4
COUNTED = patterns.compile(
    r"(?:[0-9]+|[一二三四五六七八九十]+)[名位人](?:[，：:]?(?:即|分别[是为]|为|是|包括|有)|[：:])[：:]?"
)
# 甲、乙等三位教授: how many share the title behind it.
SUMMED = patterns.compile(r"等?(?:[0-9]+|[一二两三四五六七八九十]+)[位名]")
# Between an organisation and a name: whom the person is there for.
CAPACITY = patterns.compile(
    "(?:(?<!人大)代表|新?会员|学员|主持人|主播|选手|队员|(?<=集团)领导|(?<=公司)领导|职工|员工|工作人员)$"
)
BRACKETS = patterns.compile(r"[（(][^（()）]*[）)]")
# 《海川文学》杂志社 before a 主编, or 《海川文学》 alone.
PAPER = patterns.compile(
    r"《(?P<paper>[^《》]{2,20})》$|(?P<house>《[^《》]{2,20}》(?:杂志社?|报社|周刊社?|编辑部|编委会))$"
)
POSTNOMINALS = patterns.compile("[A-Z]{2,4}(?:[ ,、][A-Z]{2,4})*[ ,、]?")
PRESS = patterns.compile("(?:编|编辑|编委|编审|社长|记者|撰稿人|评论员)$")
IN_BRACKETS = patterns.compile(r"[（(]([^（()）]*)[）)]")
# What describes a person between two titles: 法律系1990届校友, 文学界的领军人物.
_QUALITY = (
    r"[^，。；、]{0,14}(?:籍|企业家|艺术家|人士|人物|学者|代表|主持人|新秀|党员|成员|博士|硕士|博导|导师|校友|院友"
    r"|名家|大师|泰斗|带头人|领头人|劳模|诗人|获得者|得主)"
)
_TERM = r"(?:(?:第[0-9一二三四五六七八九十]+|本|新一)届(?:理事会|监事会|董事会)?)?"
CHAIN = patterns.compile(
    r"(?:职务)?[、，,/ ]?(?:著名|知名|资深|优秀|杰出|爱心|青年)?"
    rf"(?:并?兼任?|及|和|暨|与|以及|本月|当月|现任?|并?(?:担任|出任|任)|时任|首任|新任)?{_TERM}"
    rf"|[、，]{_QUALITY}、"
)
# 海川区委常委、副区长人选甲: what one is to be is no post, and leaves the one before.
_TO_BE = "、[^，。；、]{2,12}(?:提名人选|候选人|人选)"
LEAD = patterns.compile(
    rf"[ ：:]?|{_TO_BE}|{OF_A_LIST}|"
    r"(?:人选)?(?:名单)?(?:分别|还|另)?(?:包括|有|为|是|如下|名单)?[：:]|包括|(?:还|另)?有|为|分别[是为]|(?:一职|则|现|仍)*由"
    rf"|[、，]{_QUALITY}(?:代表)?|(?:拿督|丹斯里|准拿督|局绅|斯里|太平局绅)+|/"
)
ELECTS = patterns.compile("选举|选出|当选|推选|推举|产生|聘任|聘请|任命|班子|名单")
FILLED_BY = patterns.compile(r"(?:一职|则|现|仍)*由")
DESCRIBED = patterns.compile(rf"[，、]{_QUALITY}、")
# 、市体校体能师 before the next of those who are elected: a title that no list holds.
UNKNOWN = patterns.compile("(?:、|和|及|以及)[^，。；、]{3,16}")
LIST = patterns.compile(r"、|和|与|及|以及|暨|，|,|/|[、，]?(?:以及|和|及|携|偕|率|率领|带领|代表)| ")
TITLE_LIST = patterns.compile(r"(?:同志|先生|女士|小姐)?(?:、|和|与|及|以及|/(?:[文图摄][ ]?)?| )")
_REPLACED = "(?:变更|调整|更换|更改)为"
# In a roll a member whose name was not recognized does not end the list; 由甲变更为乙 is one of two.
ROLL_LIST = patterns.compile(TITLE_LIST.pattern + rf"|(?:、[\u3400-\u9fff·]{{2,8}})+、|{_REPLACED}")
# What may stand behind a name before the verb: 甲校友、乙教授; 陈某某BBS.
HONOUR = r"(?:同志|先生|女士|小姐|博士|老师|教授|院士|校友|学长|宗亲|宗长|乡贤|[A-Z]{2,4}(?![A-Z]))*"


class PostGrammar(NamedTuple):
    """The compiled constructions.

    `taking` is a verb at the beginning of what stands before a title, `relieves` one before the name of whom a post is
    taken, `grants` one before the name of who is given a title, `filled` one behind the name in 会长由甲担任, `plural`
    a part of titles that several persons hold, `party` the beginning of those in a party group.
    """

    takes: re.Pattern[str]
    taking: re.Pattern[str]
    leaves: re.Pattern[str]
    relieves: re.Pattern[str]
    grants: re.Pattern[str]
    filled: re.Pattern[str]
    plural: re.Pattern[str]
    party: re.Pattern[str]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> PostGrammar:
    """The post grammar of a lexicon."""
    count = r"(?:(?:等[^，。]{0,10}?|[0-9]+|[一二两三四五六七八九十]+)[人名位][^，。；、]{0,6}?|等)?"
    adverb = (
        r"(?:[以得获][0-9,]+票|全票|高票|现场|当场|同时|一并|荣|成功|正式|再次|继续|均|也|则|将|拟|分别|先后|一致)*"
    )
    takes = lexicon.alternation("appoint", kind="takes")
    also = r"(?:[^，。；、]{1,14}，?并)?"
    leaves = lexicon.alternation("appoint", kind="leaves")
    term = r"首届|首轮|本届|新一届|第?[0-9一二三四五六七八九十]+届|新任|新当选的"
    tail = rf"(?:了|本会|公司|该会|“|{term}|理事会|监事会|董事会|执委会|委员会)*"
    return PostGrammar(
        patterns.compile(f"{HONOUR}{count}{HONOUR}{also}{adverb}(?:{takes}){tail}"),
        patterns.compile(f"{HONOUR}(?:[0-9一二三四五六七八九十]+[人名位])?(?:{takes}){tail}"),
        patterns.compile(f"{HONOUR}(?:因[^，。]{{2,10}})?(?:决定|申请|请求|提出)?(?:{leaves}){tail}"),
        patterns.compile(f"(?:{leaves}|{lexicon.alternation('appoint', kind='relieves')})了?$"),
        patterns.compile(f"(?:{lexicon.alternation('appoint', kind='grants')})了?[^。；]*$"),
        patterns.compile(f"{HONOUR}(?:担任|出任|兼任|接任|续任|连任|任|{_REPLACED})"),
        patterns.compile(lexicon.alternation("plural_title")),
        patterns.compile(lexicon.alternation("title_modifier", kind="party")),
    )
