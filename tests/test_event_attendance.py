from __future__ import annotations

import pytest

from test_event import news


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        # the total counts before those of one kind, wherever it stands
        ("理事会在江州召开。本次会议应到理事39人，实到理事35人。20名企业理事参加会议，参会人数共50余人。", [50]),
        ("第九届茶叶博览会在江州开幕。专业参展客商近五千人到会。本届博览会参展参观人数共9万人次。", [90000]),
        ("茶商会在江州举办迎春年会。会员210人及会员家属等合计近400个乡亲到场。", [400]),
        ("茶叶协会换届大会在江州召开。各会员单位派出的40位代表参加了大会。", [40]),
        # those elected, the last of many groups, directors at a meeting of shareholders, a year's visitors
        ("茶叶协会换届大会在江州召开，选举产生了以何山为会长、苏林等11人为副会长的理事会。", [None]),
        ("茶商会恳谈会在江州召开。各商会会长以及春山商会30多名常务副会长参加会议。", [None]),
        ("春山公司第三次临时股东大会在江州召开。公司在任董事7人，出席5人。", [None]),
        ("作家协会换届大会在江州召开。协会全年举办两期讲坛，共计150余人次参加。", [None]),
        ("茶业联合会接待江州市经贸代表团，代表团12人由副市长带队。", [12]),
        ("茶友会团拜在江州举行，来宾有历届会长何山、甄海等，合计90余位参加。", [90]),
        # each of two events of one day has its own
        ("茶园支部党员大会在江州召开。大会结束后随即召开首届支委会，应到委员3人，实到3人。", [None, 3]),
        ("茶机合作签约仪式在江州举行。下午，双选会在体育馆举行，近80名毕业生参加。", [None, 80]),
        # what others do, those for whom somebody speaks, who is sent elsewhere
        ("养老服务发布会在江州召开。全市6.2万名老人参加养老保险。", [None]),
        ("茶业联合会年会在江州召开。会长带领12名新班子成员与代表见面。", [None]),
        ("茶业学会年会在江州召开。校长代表全校三千名师生向年会表示祝贺。", [None]),
        ("茶业联合会年会在江州召开。会长通报了推荐出席省茶业联合会第三次代表大会16位代表的情况。", [None]),
        ("江州茶协会长、理事40余人召开理事会会议。", [40]),
        ("江州茶叶协会理事会在东海召开，35名理事出席会议。", [35]),
    ],
)
def test_how_many_came(body: str, counts: list[int | None]) -> None:
    found = [event.headcount for event in news(f"4月9日，{body}").events]
    assert [count and int(count.value) for count in found] == counts
