"""What the screen calls things: Chinese words, as the reports that they stand beside."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from huiyao.records import Amount, Outcome, Qualifier, ReportKind, ResolutionKind, Role, Statistic, Status, Votes

REPORTS: Mapping[ReportKind, str] = {
    "meeting": "会议报道",
    "annual_report": "年度报告",
    "news": "新闻",
    "speech": "讲话",
    "other": "其他",
}
ROLES: Mapping[Role, str] = {
    "host": "主持",
    "speaker": "发言",
    "attendee": "到会",
    "elected": "当选",
    "awarded": "获奖",
    "mentioned": "提及",
}
RESOLUTIONS: Mapping[ResolutionKind, str] = {
    "approved": "审议",
    "rejected": "审议",
    "elected": "选任",
    "established": "成立",
    "renamed": "更名",
    "admitted": "接纳",
    "signed": "签约",
    "released": "发布",
    "awarded": "奖项",
    "decided": "决定",
}
OUTCOMES: Mapping[Outcome, str] = {
    "passed": "通过",
    "passed_unanimously": "一致通过",
    "rejected": "未通过",
    "done": "完成",
}
STATUSES: Mapping[Status, str] = {"actual": "实际", "target": "目标", "forecast": "预计"}
HEDGES: Mapping[Qualifier, str] = {"exact": "", "about": "约", "over": "超", "under": "不足"}
REPAIRS: Mapping[str, str] = {"gloss": "去注音", "recovered": "还原", "lost": "缺字"}


def part(roles: Collection[Role], *, attended: bool) -> str:
    """A person's part in what the report tells of; 到会 is said where no other part says it."""
    parts = [ROLES[role] for role in roles]
    if attended and not {"host", "speaker", "attendee"} & set(roles):
        parts.append(ROLES["attendee"])
    return "、".join(parts)


def headcount(amount: Amount) -> str:
    """How many people came: 约90人."""
    return f"{HEDGES[amount.qualifier]}{amount.value:f}人"


def figure(statistic: Statistic) -> str:
    """A figure as the report writes it, with its hedge where that stands outside of it: 约2万吨."""
    quantity = statistic.quantity
    return f"{HEDGES[quantity.amount.qualifier] if quantity.hedge else ''}{quantity.text}"


def votes(count: Votes) -> str:
    """A count of votes: 赞成119票、反对5票."""
    numbers = {"赞成": count.favour, "反对": count.against, "弃权": count.abstain}
    return "、".join(f"{name}{number:f}{count.unit}" for name, number in numbers.items() if number is not None)
