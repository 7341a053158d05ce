from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people import marked, names, plain, summary, unread

RARE = "冼志恒 佘文静 逄玉山 郄海涛 亓立新 谌云飞 仉学敏 昝春明 隗振东 乜建业 臧若愚 缑明德 郗晓燕 笪立群 啜建平"
COMPOUND = "欧阳若水 司徒明远 上官婉 诸葛文清 皇甫志 东方雅琴 尉迟立德 令狐青山 夏侯建华 范姜文彬 张简秀英 慕容晓"
JAPANESE = "佐藤健一 渡边纯子 大庭正彦 长谷川诚 铃木茂"
DOUBLE = "郑马雅雯 李赵秀兰 黄周丽珍"
DOTTED = "阿依努尔·买买提 古丽娜·艾力 吐尔逊·热合曼 汉斯·韦伯 约翰·彼得·施密特"
UNSURNAMED = "巴特尔 其其格 卓玛 山本健一"
WORDS = "高峰 黄金 文明 程前 金星 安静 何必 周期 张扬 费用 桂林 成功 向阳 高兴 马达 任重远 计划成"
SWALLOWED = "章长会 任惟诚 于总清 任职文 和志刚 于会文 常务实"


@pytest.mark.parametrize(
    "name",
    [
        *RARE.split(),
        *COMPOUND.split(),
        *DOUBLE.split(),
        *DOTTED.split(),
        *JAPANESE.split(),
        *UNSURNAMED.split(),
        *WORDS.split(),
        *SWALLOWED.split(),
    ],
)
def test_a_name_behind_a_title(name: str) -> None:
    assert names(f"海川市茶业商会会长{name}主持会议。") == [name]


@pytest.mark.parametrize(
    "name",
    [*RARE.split(), *COMPOUND.split(), *DOUBLE.split(), *DOTTED.split(), *UNSURNAMED.split(), *SWALLOWED.split()],
)
def test_a_name_in_a_list(name: str) -> None:
    assert names(f"海川市茶业商会副会长邱国栋、{name}、唐晓峰出席会议。") == ["邱国栋", name, "唐晓峰"]


@pytest.mark.parametrize("name", [*RARE.split(), *COMPOUND.split(), *DOUBLE.split(), *DOTTED.split()])
def test_a_name_before_a_title(name: str) -> None:
    assert names(f"海川市茶业商会{name}会长主持会议。") == [name]


@pytest.mark.parametrize(
    "name", [name for name in (*RARE.split(), *COMPOUND.split(), *DOTTED.split()) if name != "范姜文彬"]
)
def test_a_name_without_a_title(name: str) -> None:
    assert names(f"会议由{name}主持。") == [name]


READ = [
    # Where a name ends.
    "会议由⟦邱国栋⟧主持，⟦唐晓峰⟧作报告，⟦柏玉兰⟧宣读名单。",
    "⟦邱国栋⟧在致辞中表示，要加强交流。",
    "⟦邱国栋⟧指出，要加强交流。⟦唐晓峰⟧强调，要落实责任。",
    "会长⟦邱国栋⟧率团赴南江考察。",
    "会长⟦邱国栋⟧携全体理事向会员拜年。",
    "会长⟦邱国栋⟧一行到云岭公司调研。",
    "会长⟦邱国栋⟧会见了南江省商务厅厅长⟦骆文轩⟧。",
    "会长⟦邱国栋⟧及夫人出席晚宴。",
    "会长⟦邱国栋⟧和副会长⟦唐晓峰⟧出席会议。",
    "受会长⟦邱国栋⟧委托，副会长⟦唐晓峰⟧代表商会讲话。",
    "参加会议的有⟦邱国栋⟧、⟦唐晓峰⟧、⟦柏玉兰⟧等。",
    "会长⟦于文⟧出席会议。⟦于文⟧指出，要加强交流。",
    "会长⟦邱国⟧、副会长⟦唐峰⟧出席会议。",
    # The whole report settles a name's bounds.
    "会长⟦于海及⟧，秘书长⟦柏玉兰⟧。",
    "会长⟦高远⟧主持。会后，⟦高远⟧陪同考察。",
    # What may be said of a person right behind the name.
    "副会长⟦柏玉兰⟧（女）、⟦骆文轩⟧（满族）出席会议。",
    "⟦邱国栋⟧先生、⟦柏玉兰⟧女士、⟦宁采薇⟧博士、⟦秦守正⟧同志、⟦阮青山⟧教授出席会议。",
    "图为会长⟦邱国栋⟧（左）与教授⟦宁采薇⟧（右）合影。",
    # Titles and words that hold a surname.
    "云岭茶业副总经理⟦于总清⟧、副总经理⟦钱思远⟧出席会议。",
    "会长⟦高峰⟧出席茶产业高峰论坛。",
    "云岭公司总经理⟦成功⟧谈成功之道。",
    "秘书长⟦文明⟧介绍了文明单位的做法。",
    "增补云岭茶业董事长⟦江南⟧、清溪集团总裁⟦施行⟧、安顺物业总经理⟦计划生⟧为理事。",
    # No person's name.
    "本次高峰论坛由海川市茶业商会主办。",
    "和平区政府有关负责人参加会议。",
    "会议由王书记主持，李某、黄Sir参加。",
    "向郭会长表示感谢。",
    "记者在高雄信义路看到茶行林立。",
    "许明举劳模创新工作室揭牌。",
    "邱国栋慈善基金会捐款10万元。",
    "要认真学习、全面贯彻大会精神。",
    "常务理事会审议通过工作报告。",
    "双方就共建基地达成一致。",
    "安全生产、高质量发展、金融支持是三大任务。",
    "海川市、云岭县、和平镇有关部门负责人参加。",
    "任何单位和个人不得擅自变更。",
    "应邀出席的还有有关单位负责人。",
    "海川市文化馆、云岭图书馆、金山茶馆参加展览。",
    "会议由⟦张宏图⟧（海川市茶业商会会长）主持。",
    "会议由⟦范姜文彬⟧主持。",
    "会长⟦钱思及⟧主持会议。⟦钱思及⟧指出，要加强交流。",
    "⟦柏玉兰⟧副会长揭牌。",
    "会长⟦吴有为⟧出席会议。",
    "⟦邱国栋⟧院士与⟦唐晓峰⟧院士双双荣获大奖。",
    "⟦荣立国⟧主任宣读了《批复》。",
    "海川市商务局局长⟦布和朝鲁⟧介绍情况。",
    "财务部长⟦库文达⟧报告财务。",
    "副主席⟦任联配⟧致欢迎辞。",
    "会长⟦音若松⟧，监事长⟦周世清⟧出席会议。",
    "副主席⟦何云山⟧2人当选。",
    "会长⟦马守礼⟧亦获颁纪念座。",
    "区政府、区政协的代表到会。",
    "冠军是⟦邱国栋⟧，季军是⟦唐晓峰⟧。",
    "主任⟦任金有⟧、秘书长⟦向小梅⟧出席会议。",
    "会长⟦邱国栋⟧向客人介绍情况，⟦邱国栋⟧会长向各位理事报告工作。",
    "云岭茶业副总⟦于总清⟧致辞。",
    "海川市文化馆馆长⟦邱国栋⟧致辞。",
    # What people are called.
    "茶艺大赛上，选手⟦荣小满⟧沉着应战，评委⟦郗晓燕⟧点评。",
    "志愿者⟦郗晓燕⟧介绍说，种粮大户⟦柏守田⟧种了百亩水稻。",
    "通过⟦邱国栋⟧会长的汇报和企业家代表的发言，大家深受启发。",
    "院士、大师、名医传承工作室挂牌，学员代表作了发言。",
    # 和 ends a name before what no second name can begin with.
    "副会长⟦梁永和⟧展示了新茶，会长⟦梁永和⟧作总结讲话。",
    "会上⟦梁永和⟧以全票当选会长，⟦梁永和⟧主持会议。",
    "会长⟦邱国栋⟧和主持会议的领导合影，会长⟦邱国栋⟧和颁奖嘉宾上台。",
    "会长⟦邱国栋⟧和作家⟦唐晓峰⟧到会。",
    # Who wins.
    "⟦邱国栋⟧的散文《老井》获一等奖，⟦唐晓峰⟧名列第二。",
    "日本茶道家⟦山本健一⟧到会，会长⟦邱国栋⟧与茶人⟦唐晓峰⟧对谈。",
    "由⟦邱国栋⟧、⟦唐晓峰⟧组成的专家组到会，⟦柏玉兰⟧接替其职务。",
    "出席理监事计二十人，党支部书记⟦柏玉兰⟧赴云岭县长乐镇开展活动。",
    "与会者有⟦柏玉兰⟧、⟦唐晓峰⟧。",
    # A word is a name beside a title, and hardly elsewhere.
    "副局长⟦关键⟧到会，志愿者关键时刻到场，选手权利与安全有保障。",
    "选手⟦米兰⟧、⟦鱼跃⟧上台领奖，选手⟦蓝天⟧获一等奖。",
    "文/⟦邱国栋⟧ 图/⟦唐晓峰⟧",
    "⟦邱国栋⟧蝉联会长，⟦唐晓峰⟧荣任监事长，⟦柏玉兰⟧、⟦冼志恒⟧各捐20万元。",
    "“茶韵杯”大赛开幕。",
    "会议听取了⟦邱国栋⟧所作的报告，审议了⟦唐晓峰⟧关于章程的说明，⟦柏玉兰⟧专程前往祝贺。",
    "⟦邱国栋⟧选送的绿茶获金奖，会董代表等一起合影。",
    # What no name ends with, begins with, or is.
    "海川丁氏宗亲会会长⟦丁守义⟧到会，柏董致辞。",
    "云岭集团等10家单位担任理事，会员代表及兄弟商会嘉宾320人到会。",
    "江苏荣辉等10家单位担任理事。",
    "会上学习了李局长和潘组长的讲话，会员代表暨小组长会议通过了办法。",
    "云岭集团副总经理⟦闻新和⟧先生、副总经理⟦陈朝晖⟧先生到会。",
    "白沙同学会会长⟦倪佩芝⟧到访。",
    "嘉宾有青中校长⟦廖承恩⟧、陆军中将⟦周康年⟧。",
    # Behind a department whose name the tokenizer does not know, and before 的 or an organisation.
    "市科协学会部⟦石江月⟧介绍了全市学会工作情况。",
    "免去⟦邝其昌⟧的海川公司副总经理职务。",
]

UNREAD = [
    unread("a double surname before a title", "海川市茶业商会⟦陈林雅芳⟧会长主持会议。"),
]


@pytest.mark.parametrize("example", [*READ, *UNREAD])
def test_every_place_of_a_name_is_marked(example: str) -> None:
    found = summary(plain(example))
    assert marked(found.clean.text, (m.span for p in found.people for m in p.mentions)) == example


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主任阿依努尔•买买提出席会议。", ["阿依努尔·买买提"]),
        ("主任阿依努尔．买买提出席会议。", ["阿依努尔·买买提"]),
        ("海川商会会长John Smith致辞。", ["John Smith"]),
        ("香港雲嶺商會會長邱國棟 David Yau 致辭。", ["邱国栋"]),
        ("香港雲嶺商會會長邱國棟（David Yau）致辭。", ["邱国栋"]),
        ("盧　映、高 远、何　必三位理事出席会议。", ["卢映", "高远", "何必"]),
        ("理事：卢　映、高　远、何必成", ["卢映", "高远", "何必成"]),
        ("理事：邱国栋 唐晓峰 柏玉兰", ["邱国栋", "唐晓峰", "柏玉兰"]),
        ("理事：\n邱国栋\n唐晓峰\n柏玉兰", ["邱国栋", "唐晓峰", "柏玉兰"]),
        ("会长：邱国栋；副会长：唐晓峰、柏玉兰；秘书长：裴景行。", ["邱国栋", "唐晓峰", "柏玉兰", "裴景行"]),
        ("會長歐陽若水、副會長冼志恆出席會議。", ["欧阳若水", "冼志恒"]),
        ("協會(huì)會(huì)長(zhǎng)邱國棟主持會(huì)議。", ["邱国栋"]),
    ],
)
def test_names_in_every_writing(text: str, expected: list[str]) -> None:
    assert names(text) == expected


FRAGMENTS = [
    *("海川市茶业商会", "云岭茶业有限公司", "南江省商务厅", "会长", "副会长", "董事长", "教授", "局长"),
    *("邱国栋", "唐晓峰", "欧阳若水", "阿依努尔·买买提", "高峰", "于文", "John Smith", "先生"),
    *("、", "，", "。", "：", " ", "（", "）", "\n", "和", "由", "主持", "出席会议", "当选", "为", "等", "召开", "与"),
]


def fragments() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    found = summary(text)
    for person in found.people:
        for mention in person.mentions:
            assert mention.text == found.clean.text[mention.span.slice] == person.name
            yield mention.span.start, mention.span.end


@settings(max_examples=100, derandomize=True)
@given(fragments())
def test_no_two_mentions_share_a_character(text: str) -> None:
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans_of(text))))
