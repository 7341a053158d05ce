from __future__ import annotations

import dataclasses
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import chromium
from factory import TEXT, Maker, empty, glossed, tea
from huiyao import pipeline, read
from huiyao.records import Summary
from huiyao.render import html
from huiyao.render.failure import Failure
from huiyao.render.labels import Language, labels

CORPUS = Path(__file__).parents[1] / "corpus" / "reports"
ZH = labels(Language.zh)
GONE = Failure("gone<b>.txt", "not_found", "gone<b>.txt does not exist", "check the spelling")


def page(*results: Summary | Failure, language: Language = Language.zh) -> str:
    words = labels(language)
    out = io.StringIO()
    views = [html.view(result, labels=words) if isinstance(result, Summary) else result for result in results]
    html.write(views, out, labels=words)
    return out.getvalue()


def test_the_text_is_whole_and_each_fact_is_marked_where_it_stands() -> None:
    view = html.view(tea(), labels=ZH)
    assert "".join(piece.text for piece in view.pieces) == TEXT
    facts = {fact.number: fact for section in view.sections for top in section.facts for fact in (top, *top.parts)}
    assert view.facts == len(facts) == 1 + 4 + 5 + 1 + 2 + 4
    for number, fact in facts.items():
        marked = "".join(piece.text for piece in view.pieces if number in piece.facts)
        assert marked == "".join(TEXT[span.slice] for span in fact.spans)


def test_facts_within_facts_are_cut_apart_and_the_innermost_comes_first() -> None:
    make = Maker()
    outer = dataclasses.replace(tea().resolutions[1], span=make.span("增补郎一鸣为副会长"))
    summary = dataclasses.replace(empty(), people=(make.person("郎一鸣"),), resolutions=(outer,))
    marked = [(piece.text, piece.kind) for piece in html.view(summary, labels=ZH).pieces if piece.facts]
    assert marked == [("增补", "resolutions"), ("郎一鸣", "people"), ("为副会长", "resolutions")]


def test_the_text_shown_is_the_source_with_its_glosses() -> None:
    clean = glossed()
    summary = Summary(clean, Maker().imprint(), people=(Maker(clean.text).person("会章"),))
    view = html.view(summary, labels=ZH)
    assert [piece.text for piece in view.pieces if piece.facts] == ["會(huì)章"]
    assert view.traditional


def test_the_page_loads_nothing_and_lets_only_its_own_script_run() -> None:
    written = page(tea(), tea(path="b.txt"), GONE)
    assert "default-src &#39;none&#39;" in written
    assert not re.findall(r"\b(?:src|srcset|action|style|on\w+)=", written)
    assert set(re.findall(r'href="(.)', written)) == {"#"}
    assert "gone&lt;b&gt;.txt does not exist" in written


def test_a_long_report_makes_a_page_that_can_be_mailed() -> None:
    text = "\n".join(path.read_text("utf-8-sig") for path in sorted(CORPUS.glob("*.txt")))[:18_000]
    written = page(pipeline.run(read.from_text(text)))
    assert len(written.encode()) < 400_000


def test_every_tag_is_closed() -> None:
    open_tags: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            if tag not in ("meta", "input", "br"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Checker().feed(page(tea(), empty(), GONE))
    assert open_tags == []


# In a browser.


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    yield from chromium.browser()


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Shows a page of summaries, and sees at the end that nothing was loaded and nothing went wrong."""

    def show(*results: Summary | Failure, language: Language = Language.zh) -> Any:
        path = tmp_path / "page.html"
        path.write_text(page(*results, language=language), "utf-8")
        chromium.size(browser, 1366, 768)
        chromium.show(browser, path)
        return browser

    yield show
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"}
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "page.html").as_uri()}


def find(where: Any, selector: str) -> list[Any]:
    return list(where.find_elements(By.CSS_SELECTOR, selector))


def fact(where: Any, words: str) -> Any:
    (found,) = (one for one in find(where, ".fact") if one.text.startswith(words))
    return found


def in_sight(browser: Any, element: Any) -> bool:
    return bool(
        browser.execute_script(
            "const box = arguments[0].getBoundingClientRect();"
            "const seen = document.elementFromPoint(box.left + 2, box.top + box.height / 2);"
            "return !!seen && (arguments[0].contains(seen) || seen.contains(arguments[0]));",
            element,
        )
    )


def chosen(where: Any) -> list[str]:
    return [mark.text for mark in find(where, ".mark.on")]


def long(summary: Summary) -> Summary:
    """The same report with so much text before it that its facts are out of sight."""
    ahead = "无关的一行。\n" * 200
    return pipeline.run(read.from_text(ahead + summary.clean.report.text))


def test_a_click_on_a_fact_scrolls_to_its_evidence(shown: Any) -> None:
    browser = shown(long(tea()))
    assert not in_sight(browser, find(browser, ".mark.statistics")[0])
    fact(browser, "会费收入").click()
    assert chosen(browser) == ["168.5万元"]
    assert in_sight(browser, find(browser, ".mark.on")[0])
    assert find(browser, "#said")[0].text == "第 1 处，共 1 处"


def test_the_page_holds_the_facts_that_json_has(shown: Any) -> None:
    summary = pipeline.run(read.read(str(CORPUS / "d01.txt")))
    document = summary.to_dict()
    browser = shown(summary)
    told: dict[str, list[str]] = {}
    for one in find(browser, ".fact"):
        told.setdefault(one.get_attribute("data-k"), []).append(one.find_element(By.CSS_SELECTOR, "b").text)
    people = [
        words
        for person in document["people"]
        for words in (
            person["name"],
            *(" ".join(filter(None, (at["organization"], at["title"]))) for at in person["positions"]),
        )
    ]
    assert told["people"] == people
    for kind, key in (("events", "name"), ("resolutions", "text"), ("statistics", "subject")):
        assert told[kind] == [fact[key] for fact in document[kind]]
    for one in find(browser, ".fact[data-k=statistics]"):
        one.click()
        assert chosen(browser)[0] in one.text


def test_a_second_click_goes_to_the_next_place(shown: Any) -> None:
    make = Maker("沐清泉到会。\n" * 3)
    person = make.person("沐清泉")
    places = [dataclasses.replace(person.mentions[0], span=make.clean.find("沐清泉", at)) for at in (0, 1, 9)]
    summary = dataclasses.replace(empty(make.clean.text), people=(dataclasses.replace(person, mentions=tuple(places)),))
    browser = shown(summary)
    said = []
    for _ in range(4):
        find(browser, ".fact")[0].click()
        said.append(find(browser, "#said")[0].text)
        assert len(find(browser, ".mark.here")) == 1
    assert said == ["第 1 处，共 3 处", "第 2 处，共 3 处", "第 3 处，共 3 处", "第 1 处，共 3 处"]


def test_a_click_on_marked_text_shows_its_facts(shown: Any) -> None:
    browser = shown(tea())
    (mark,) = (one for one in find(browser, ".mark") if one.text == "沐清泉")
    mark.click()
    current = find(browser, ".fact[aria-current=true]")
    assert [one.text.split()[0] for one in current] == ["沐清泉", "东海市茶叶协会", "云雾茶业有限公司"]
    assert browser.switch_to.active_element == current[0]
    assert in_sight(browser, current[0])
    assert find(browser, "#said")[0].text == "此处有 3 条要点"


def test_facts_are_searched(shown: Any) -> None:
    browser = shown(tea())
    find(browser, "#search")[0].send_keys("秘书")
    assert [one.text for one in find(browser, ".fact") if one.is_displayed()] == [
        "边小满 主持",
        "东海市茶叶协会 秘书长",
    ]
    assert [one.text.split()[0] for one in find(browser, ".section h2") if one.is_displayed()] == ["人员"]
    assert find(browser, "#said")[0].text == "找到 2 条"
    find(browser, "#search")[0].send_keys(Keys.ESCAPE)
    assert all(one.is_displayed() for one in find(browser, ".fact"))


def test_kinds_are_chosen(shown: Any) -> None:
    browser = shown(tea())
    box = find(browser, "#kinds input[value=statistics]")[0]
    box.click()
    assert [one.text.split()[0] for one in find(browser, ".section h2") if one.is_displayed()] == [
        "活动",
        "人员",
        "到会单位",
        "决议",
    ]
    assert len(find(browser, ".mark.statistics.off")) == len(find(browser, ".mark.statistics")) == 4
    box.click()
    assert find(browser, ".mark.off") == []


def test_several_reports_have_an_index(shown: Any) -> None:
    browser = shown(tea(), empty(path="empty.txt"), GONE, language=Language.en)
    links = find(browser, "#index a")
    assert [link.text for link in links] == ["东海市茶叶协会召开三届二次理事会", "empty.txt"]
    assert "gone<b>.txt does not exist" in find(browser, "nav")[0].text
    first, second = find(browser, "article")
    assert (first.is_displayed(), second.is_displayed()) == (True, False)
    links[1].click()
    WebDriverWait(browser, 10).until(lambda _: second.is_displayed() and not first.is_displayed())
    assert links[1].get_attribute("aria-current") == "true"
    find(browser, "#search")[0].send_keys("沐清泉")
    assert [link.is_displayed() for link in links] == [True, False]


def test_the_keyboard_is_enough(shown: Any) -> None:
    browser = shown(tea())

    def press(*keys: str) -> Any:
        for key in keys:
            browser.switch_to.active_element.send_keys(key)
        return browser.switch_to.active_element

    assert press("/").get_attribute("id") == "search"
    assert [press(Keys.TAB).get_attribute("value") for _ in range(5)] == [
        "events",
        "people",
        "attending_organizations",
        "resolutions",
        "statistics",
    ]
    assert press(Keys.TAB).text.startswith("东海市茶叶协会三届二次理事会")
    assert press(Keys.ARROW_DOWN).text.startswith("毕云涛")
    assert press(Keys.ARROW_DOWN).text == "省农业农村厅种植业处 处长"
    press(Keys.ENTER)
    assert chosen(browser) == ["毕云涛"]
    assert press(Keys.END).text.startswith("新建茶园")
    while "mark" not in press(Keys.TAB).get_attribute("class"):
        pass
    assert press(Keys.ARROW_RIGHT).get_attribute("class").startswith("mark")
    press(Keys.ENTER)
    assert "fact" in browser.switch_to.active_element.get_attribute("class")


def test_a_screen_reader_is_told_what_things_are(shown: Any) -> None:
    browser = shown(tea(), empty(path="b.txt"))
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    told = {(node.get("role", {}).get("value"), node.get("name", {}).get("value")) for node in nodes}
    assert {
        ("searchbox", "查找人名、单位、事项、数字"),
        ("checkbox", "决议"),
        ("navigation", "报告目录"),
        ("article", "东海市茶叶协会召开三届二次理事会"),
        ("region", "要点"),
        ("region", "原文"),
        ("heading", "人员 4 人，到会 3 人"),
        ("link", "边小满 主持"),
        ("link", "168.5万元"),
    } <= told
    assert "status" in {role for role, _ in told}


def test_it_works_without_scripts(shown: Any) -> None:
    browser = shown(tea())
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        link = fact(browser, "会费收入")
        link.click()
        target = browser.current_url.partition("#")[2]
        assert target == link.get_attribute("href").partition("#")[2]
        (mark,) = (one for one in find(browser, ".mark") if one.text == "168.5万元")
        mark.click()
        assert browser.current_url.endswith(f"#{link.get_attribute('id')}")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (794, 1123)], ids=["phone", "laptop", "print"])
def test_nothing_is_wider_than_the_page(width: int, height: int, shown: Any) -> None:
    browser = shown(tea(), empty(path="b" * 200))
    chromium.size(browser, width, height)
    if width == 794:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        widest = browser.execute_script("return document.documentElement.scrollWidth")
        assert widest <= width
        kinds = browser.execute_script(
            "const box = arguments[0]; return box.scrollWidth - box.clientWidth", find(browser, "#kinds")[0]
        )
        assert kinds == 0
        assert find(browser, ".text")[0].is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def contrast(browser: Any, selector: str) -> float:
    """The contrast of an element's text with what lies behind it, as WCAG 2 computes it."""
    return float(
        browser.execute_script(
            """
            const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
            const rgb = (colour, below) => {
              canvas.fillStyle = `rgb(${below})`; canvas.fillRect(0, 0, 1, 1);
              canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const straight = (v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
            const light = (c) => c.map((v) => straight(v / 255))
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const element = document.querySelector(arguments[0]);
            const chain = []; for (let e = element; e; e = e.parentElement) chain.unshift(e);
            let behind = [255, 255, 255];
            for (const e of chain) behind = rgb(getComputedStyle(e).backgroundColor, behind);
            const [a, b] = [light(rgb(getComputedStyle(element).color, behind)), light(behind)].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05);
            """,
            selector,
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_light_and_dark(scheme: str, shown: Any) -> None:
    browser = shown(tea(), empty(path="b.txt"))
    features = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
    fact(browser, "会费收入").click()
    try:
        for selector in (
            "h1",
            ".about p",
            ".fact b",
            ".fact span",
            ".fact.on span",
            ".mark.on",
            ".mark.people",
            ".mark.events",
            ".kind.events",
            ".kind.people",
            ".kind.attending_organizations",
            ".kind.resolutions",
            ".kind.statistics",
            "nav small",
            "footer",
        ):
            assert contrast(browser, selector) >= 4.5, selector
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


HOSTILE = (
    "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'><svg onload=window.hacked=1>"
    "</div></a></script></style>{{ 7*7 }}{% raw %}javascript:window.hacked=1\u202e&lt;b&gt;\x1b[31m"
)


def test_a_hostile_report_is_only_text(shown: Any) -> None:
    make = Maker(f"{HOSTILE}\n{HOSTILE}\n", path=HOSTILE)
    name = make.person(HOSTILE, (HOSTILE, HOSTILE))
    summary = dataclasses.replace(empty(make.clean.text, path=HOSTILE), imprint=make.imprint(HOSTILE), people=(name,))
    browser = shown(summary, Failure(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    assert browser.execute_script("return window.hacked") is None
    assert find(browser, "img, svg, iframe, object, b script") == []
    assert len(find(browser, "script")) == 1
    find(browser, ".fact")[0].click()
    assert "<script>window.hacked=1</script>" in find(browser, ".mark.on")[0].text
    assert "{{ 7*7 }}" in browser.title
    text = browser.execute_script("return document.documentElement.textContent")
    assert not {"\u202e", "\x1b"} & set(text)
