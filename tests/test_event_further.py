"""Events beside, within and after the one that a report is about."""

from __future__ import annotations

import pytest

from test_event import news, read


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # several sessions of one congress
        (
            "江州工会第八次代表大会，4月9日下午在职工中心举行第三次、第四次全体会议。",
            [("江州工会第八次代表大会第三次、第四次全体会议", "2023-04-09", "职工中心")],
        ),
        # what a meeting hears of one to come, whose name holds its year
        (
            "4月9日，茶种协会会长办公会在江州召开。会议通报了2024年全国茶种大会筹备情况。",
            [("茶种协会会长办公会", "2023-04-09", "江州"), ("2024年全国茶种大会", "2024", None)],
        ),
        # what a meeting held besides
        (
            "4月9日，江海茶商峰会在江州举办。会上，还进行了专家演讲和茶业合作论坛。会上，还进行了讨论。",
            [("江海茶商峰会", "2023-04-09", "江州"), ("茶业合作论坛", "2023-04-09", None)],
        ),
        ("2022年全省采茶公开赛共有三十支队伍四百余人参加。", [("2022年全省采茶公开赛", "2022", None)]),
        # a list of meetings in the place to which all went
        (
            "4月9日，各县站长齐聚白沙，分头参加了由省茶协承办的茶业形势分析会、东湾茶业论坛。",
            [("茶业形势分析会", "2023-04-09", "白沙"), ("东湾茶业论坛", "2023-04-09", "白沙")],
        ),
        (
            "4月9日，茶商会接待江州市访问团。其后在海韵楼设午宴，由会长主持。",
            [("茶商会接待江州市访问团", "2023-04-09", None), ("午宴", "2023-04-09", "海韵楼")],
        ),
        # how a visit was received is none beside it
        (
            "4月9日，江州茶商会会长何山一行拜访东海茶叶协会，由副会长甄海接待。",
            [("江州茶商会会长何山一行拜访东海茶叶协会", "2023-04-09", None)],
        ),
        ("4月9日，茶商会组织采茶队赴南国参加“南国茶叶友好周”。", [("南国茶叶友好周", "2023-04-09", "南国")]),
        ("4月9日，茶商会参加“茶乡振兴”。", []),
        ("4月9日，两家茶厂在东海宾馆举行会谈并签订协议。", [("会谈", "2023-04-09", "东海宾馆")]),
        ("采茶祭4月9日在茶园广场登场。", [("采茶祭", "2023-04-09", "茶园广场")]),
        (
            "4月9日，“名医江州行”活动启动。下午，市卫健委开展“名医社区行”活动。",
            [("“名医江州行”活动", "2023-04-09", None), ("“名医社区行”活动", "2023-04-09", None)],
        ),
        # members of a house, and a committee that went
        (
            "4月9日，会长何山、秘书长甄海到会员企业东山茶厂、西山茶厂走访调研。",
            [
                (
                    "会长何山、秘书长甄海到会员企业东山茶厂、西山茶厂走访调研",
                    "2023-04-09",
                    "会员企业东山茶厂、西山茶厂",
                )
            ],
        ),
        ("4月9日，市政协组织部分委员视察茶园改造工作。", [("市政协组织部分委员视察茶园改造工作", "2023-04-09", None)]),
        ("4月9日，社会组织管理局二级调研员何山表示赞同。", []),
        (
            "县政府与茶协合办「江州茶香嘉年华」，4月9日起连续两天在县民广场登场。",
            [("江州茶香嘉年华", "2023-04-09", "县民广场")],
        ),
        (
            "江州茶商会成立典礼暨理监事就职，4月9日在海韵楼举行。",
            [("江州茶商会成立典礼暨理监事就职", "2023-04-09", "海韵楼")],
        ),
        ("4月9日，省茶学会专家团队到江州县开展采摘技术指导。", [("采摘技术指导", "2023-04-09", "江州县")]),
        ("4月9日，茶协党委举行2023年第二次集体学习。", [("2023年第二次集体学习", "2023-04-09", None)]),
        ("4月9日，茶业联合会举行签约仪式暨记者会。", [("签约仪式暨记者会", "2023-04-09", None)]),
    ],
)
def test_further_events(body: str, said: list[tuple[str, str, str | None]]) -> None:
    assert [(e.name, str(e.start), e.place) for e in news(body).events] == said


def test_an_inner_event_has_the_year_of_the_main_one_s_name() -> None:
    found = read("江海茶商峰会\n4月9日，2022江海茶商峰会在江州举办。会上，还进行了茶业合作论坛。\n")
    assert found.said() == [("2022江海茶商峰会", "2022-04-09"), ("茶业合作论坛", "2022-04-09")]


def test_a_chronicle_has_deeds_of_their_own_days() -> None:
    found = read("江州茶商会2022年大事记\n3月9日 商会与江州大学签署合作协议。\n4月2日 商会获评先进单位。\n")
    assert found.said() == [("商会与江州大学签署合作协议", "2022-03-09")]


def test_a_visit_is_where_its_fuller_telling_says() -> None:
    (found,) = read("茶协参访团赴日交流\n会长何山率团一行15人，于5月10日赴日本静冈参访。\n").events
    assert found.place == "日本静冈"


def test_the_accounts_of_a_year_are_heard_in_the_next() -> None:
    found = read(
        "会议新闻\n7月2日，江州第七届人大常委会第十八次会议召开。"
        "会议听取了《关于2022年度财政决算情况的报告》《关于2022年度财政预算执行情况的报告》。\n"
    )
    assert [start for _, start in found.said()] == ["2023-07-02"]


def test_organizers_that_hold_together_are_several() -> None:
    (found,) = news("4月9日，由市茶协联合市文联、市农学会与省茶商会共同主办的茶文化论坛在江州举行。").events
    assert [o.name for o in found.organizers] == ["市茶协", "市文联", "市农学会", "省茶商会"]
