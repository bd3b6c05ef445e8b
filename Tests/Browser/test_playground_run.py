"""Running operations: what is sent, what is shown, and how it is stopped."""

import json
import re

import pytest
from playwright.sync_api import expect

from playground_page import STATUS, open_playground


@pytest.fixture
def playground(window):
    return open_playground(window)


def sent(playground, action):
    """The requests that an action makes, without those that only validate."""
    bodies = []
    listen = lambda request: bodies.append(request) if request.url.endswith("/graphql") and "validateOnly" not in request.post_data else None
    playground.page.on("request", listen)
    action()
    expect(playground.page.get_by_role("button", name="Run", exact=True)).to_be_visible()
    playground.page.remove_listener("request", listen)
    return bodies


def test_a_first_visitor_runs_a_query_that_is_about_this_server(playground, server):
    server.add(models=[("Small", "small")])
    playground.page.get_by_role("button", name="Run", exact=True).click()
    expect(playground.answer).to_contain_text('"modelSdkId": "acme:small"')
    expect(playground.status).to_have_text(STATUS)
    expect(playground.status).to_contain_text("200")


def test_the_operation_at_the_caret_is_run_with_its_variables(playground):
    playground.write("query A { viewer { name } }\nquery B($n: Int) { providers(first: $n) { totalCount } }")
    playground.write('{"n": 1}', editor=playground.variables)
    playground.query.focus()
    playground.put_caret(40)
    expect(playground.page.get_by_label("Operation to run")).to_have_value("1")
    [request] = sent(playground, lambda: (playground.run(), expect(playground.answer).to_contain_text("totalCount")))
    body = request.post_data_json
    assert (body["operationName"], body["variables"]) == ("B", {"n": 1})
    playground.page.get_by_label("Operation to run").select_option("A")
    [request] = sent(playground, lambda: (playground.page.get_by_role("button", name="Run", exact=True).click(), expect(playground.answer).to_contain_text("administrator")))
    assert request.post_data_json["operationName"] == "A"


def test_errors_are_listed_and_lead_to_their_place(playground):
    playground.run("{\n  viewer { name }\n  providers(first: -1) { totalCount }\n}")
    errors = playground.page.locator(".response-errors li")
    expect(errors).to_have_count(1)
    expect(errors).to_contain_text("BAD_USER_INPUT")
    errors.get_by_role("button", name="Line 3").click()
    assert playground.text().startswith("{\n  viewer { name }\n  ▮")
    expect(playground.query).to_be_focused()


def test_a_mutation_changes_what_it_says(playground, server):
    playground.write('mutation M($input: CreateProviderInput!) { createProvider(input: $input) { name } }')
    playground.write('{"input": {"name": "Made here", "providerSdkId": "made"}}', editor=playground.variables)
    playground.run()
    expect(playground.answer).to_contain_text("Made here")
    assert server.graphql("{ providers { nodes { name } } }")["providers"]["nodes"] == [{"name": "Made here"}]


def test_headers_are_sent(playground):
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write('{"X-Request-ID": "made-up-1"}', editor=playground.headers)
    playground.query.focus()
    [request] = sent(playground, lambda: (playground.run("{ viewer { name } }"), expect(playground.answer).to_contain_text("administrator")))
    assert request.headers["x-request-id"] == "made-up-1"


def test_headers_that_are_none_are_said_and_not_sent(playground):
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write('{"Bad name": "x"}', editor=playground.headers)
    expect(playground.page.locator("#drawer-view-headers .problem")).to_contain_text("name has a character")
    assert sent(playground, lambda: playground.run()) == []
    expect(playground.page.get_by_role("status").first).to_contain_text("name has a character")


def test_a_run_is_stopped_by_the_button_and_by_the_key(playground):
    playground.write("{ viewer { name } }")
    playground.page.route("**/graphql", lambda route: None if "validateOnly" not in route.request.post_data else route.continue_())
    for stop in (lambda: playground.page.get_by_role("button", name="Stop").click(), lambda: playground.page.keyboard.press("ControlOrMeta+Enter")):
        playground.query.focus()
        playground.run()
        expect(playground.page.get_by_role("button", name="Stop")).to_be_visible()
        expect(playground.status).to_contain_text("Running")
        stop()
        expect(playground.status).to_contain_text("Stopped")
        expect(playground.page.get_by_role("button", name="Run", exact=True)).to_be_visible()


def test_another_tab_can_be_used_while_one_is_running(playground):
    playground.write("query Slow { viewer { name } }")
    held = []
    playground.page.route("**/graphql", lambda route: held.append(route) if "Slow" in route.request.post_data and "validateOnly" not in route.request.post_data else route.continue_())
    with playground.page.expect_request(lambda each: "Slow" in (each.post_data or "") and "validateOnly" not in each.post_data):
        playground.run()
    expect(playground.status).to_contain_text("Running")
    playground.page.get_by_role("button", name="New tab").click()
    playground.run("query Quick { viewer { role } }")
    expect(playground.answer).to_contain_text("ADMIN")
    held[0].continue_()
    playground.tabs.first.click()
    expect(playground.answer).to_contain_text("administrator")


def test_a_tab_that_is_pressed_while_its_run_ends_is_shown(playground):
    """The strip is drawn anew when a run ends; the press must not get lost with it."""
    playground.write("query Slow { viewer { name } }")
    held = []
    playground.page.route("**/graphql", lambda route: held.append(route) if "validateOnly" not in route.request.post_data else route.continue_())
    playground.run()
    expect(playground.status).to_contain_text("Running")
    playground.page.get_by_role("button", name="New tab").click()
    first = playground.tabs.first
    first.hover()
    playground.page.mouse.down()
    held[0].continue_()
    expect(first.locator(".running")).to_have_count(0)
    playground.page.mouse.up()
    expect(first).to_have_attribute("aria-selected", "true")
    expect(playground.answer).to_contain_text("administrator")


@pytest.mark.parametrize(
    "answer, shown",
    [
        ({"status": 502, "body": "<html>Bad gateway</html>", "content_type": "text/html"}, "<html>Bad gateway</html>"),
        ({"status": 200, "body": '{"data": ', "content_type": "application/json"}, '{"data": '),
    ],
)
def test_an_answer_that_is_not_json_is_shown_as_it_came(playground, answer, shown):
    playground.write("{ viewer { name } }")
    playground.page.route("**/graphql", lambda route: route.fulfill(**answer))
    playground.run()
    expect(playground.answer).to_have_text(shown)
    expect(playground.response).to_contain_text("The answer is not JSON.")
    expect(playground.status).to_contain_text(str(answer["status"]))


def test_numbers_are_shown_as_the_server_wrote_them(playground):
    playground.page.route("**/graphql", lambda route: route.fulfill(status=200, body='{"data":{"n":12345678901234567890,"f":1.0}}', content_type="application/json"))
    playground.run()
    expect(playground.answer).to_contain_text('"n": 12345678901234567890,')
    expect(playground.answer).to_contain_text('"f": 1.0')


def test_what_a_server_says_is_text_and_nothing_else(playground, server):
    hostile = "<img src=x onerror=alert(1)></pre><script>alert(2)</script>\u202e"
    server.add(name=hostile)
    playground.run("{ providers { nodes { name } } }")
    expect(playground.answer).to_contain_text("<img src=x onerror=alert(1)>")
    assert playground.page.locator("main img, main script").count() == 0


def test_headers_and_times_of_an_answer(playground):
    playground.run("{ viewer { name } }")
    expect(playground.answer).to_be_visible()
    playground.response.get_by_role("tab", name="Headers").click()
    expect(playground.response.get_by_role("row").filter(has_text="content-type").first).to_contain_text("application/graphql-response+json")
    expect(playground.response.get_by_role("tab", name="Headers")).to_be_focused()
    playground.page.keyboard.press("ArrowRight")
    expect(playground.response.get_by_role("group", name="Timeline")).to_contain_text("Waiting for the first byte")


SUBSCRIPTION = "subscription S { registryChanged { version registry { providers { name } } } }"


def test_a_subscription_is_a_live_list(playground, server):
    playground.run(SUBSCRIPTION)
    expect(playground.status).to_contain_text("Live")
    events = playground.page.locator(".events li")
    server.add(name="First", sdk_id="first")
    expect(events.last).to_contain_text("First")
    before = events.count()
    playground.page.get_by_role("button", name="Pause").click()
    expect(playground.status).to_contain_text("Paused")
    server.add(name="Second", sdk_id="second")
    expect(playground.page.locator(".stream-note")).to_contain_text("more arrived while paused")
    assert events.count() == before
    playground.page.get_by_role("button", name="Resume").click()
    expect(events.last).to_contain_text("Second")
    expect(events.last).to_contain_text(re.compile(r"#\d+\d\d:\d\d:\d\d"))
    playground.page.get_by_role("button", name="Clear").click()
    expect(events).to_have_count(0)
    playground.response.get_by_role("button", name="Stop").click()
    expect(playground.status).to_contain_text("Ended")
    expect(playground.status).to_contain_text("stopped")


def test_a_subscription_goes_on_in_its_tab_and_is_listed(playground, server):
    playground.run(SUBSCRIPTION)
    expect(playground.status).to_contain_text("Live")
    playground.page.get_by_role("button", name="New tab").click()
    playground.page.get_by_role("navigation", name="Panes").get_by_role("button", name="Live").click()
    listed = playground.page.locator(".side .entry")
    server.add(name="Third", sdk_id="third")
    expect(listed).to_contain_text("Live")
    expect(listed).to_contain_text(re.compile(r"[1-9]\d* event"))
    listed.get_by_role("button", name="Stop S").click()
    expect(listed).to_contain_text("Ended")


def test_a_subscription_whose_connection_is_lost_is_opened_again(playground, server):
    playground.write(SUBSCRIPTION)
    requests = []

    def answer(route):
        if "validateOnly" in route.request.post_data:
            return route.continue_()
        requests.append(route)
        if len(requests) == 1:
            return route.fulfill(status=200, body='event: next\ndata: {"data": {"n": 1}}\n\n', content_type="text/event-stream")
        return route.abort() if len(requests) == 2 else route.continue_()

    playground.page.route("**/graphql", answer)
    playground.run()
    expect(playground.page.locator(".stream-note")).to_contain_text("The connection was lost")
    expect(playground.status).to_contain_text("Live")
    server.add(name="Later", sdk_id="later")
    events = playground.page.locator(".events li")
    expect(events.last).to_contain_text("Later")
    expect(events.first).to_contain_text('"n": 1')
    playground.response.get_by_role("button", name="Stop").click()
    expect(playground.status).to_contain_text("Ended")
    assert len(requests) == 3


def test_a_stream_that_waits_to_be_opened_again_can_be_stopped(playground):
    playground.write(SUBSCRIPTION)
    playground.page.route("**/graphql", lambda route: route.fulfill(status=200, body="", content_type="text/event-stream"))
    playground.run()
    expect(playground.status).to_contain_text("Reconnecting…")
    playground.response.get_by_role("button", name="Stop").click()
    expect(playground.status).to_contain_text("Ended · 0 events · 200 · stopped")
    expect(playground.page.get_by_role("button", name="Run", exact=True)).to_be_visible()


def test_no_more_than_five_hundred_events_are_kept(playground):
    events = "".join(f'event: next\ndata: {{"data": {{"n": {n}}}}}\n\n' for n in range(1, 521)) + "event: complete\ndata:\n\n"
    playground.write(SUBSCRIPTION)
    playground.page.route("**/graphql", lambda route: route.fulfill(status=200, body=events, content_type="text/event-stream"))
    playground.run()
    expect(playground.status).to_contain_text("Ended · 520 events")
    expect(playground.page.locator(".events li")).to_have_count(500)
    expect(playground.page.locator(".stream-note")).to_contain_text("The 20 oldest were dropped")


def test_offline_nothing_is_run_and_completion_goes_on(playground, watch):
    playground.write("{ ▮ }")
    playground.page.context.set_offline(True)
    playground.page.evaluate("dispatchEvent(new Event('offline'))")
    run = playground.page.get_by_role("button", name="Run", exact=True)
    expect(run).to_have_attribute("aria-disabled", "true")
    expect(run).to_have_accessible_description(re.compile("Offline"))
    playground.page.keyboard.type("reg")
    expect(playground.suggestions.first).to_contain_text("registry")
    playground.page.context.set_offline(False)
    playground.page.evaluate("dispatchEvent(new Event('online'))")
    expect(run).not_to_have_attribute("aria-disabled", "true")


def test_the_schema_of_the_last_visit_serves_while_the_server_is_away(playground, window):
    context = playground.page.context
    context.route("**/graphql", lambda route: route.fulfill(status=503, body=json.dumps({"title": "Away", "status": 503}), content_type="application/problem+json"))
    again = open_playground(window, context=context)
    expect(again.page.locator(".docs .note")).to_contain_text("This is the schema of your last visit")
    again.write("{ ▮ }")
    again.page.keyboard.type("reg")
    expect(again.suggestions.first).to_contain_text("registry")


def test_a_schema_that_cannot_be_read_is_said_and_tried_again(window, server):
    page = window("/settings")
    page.context.route("**/graphql", lambda route: route.fulfill(status=503, body=json.dumps({"detail": "Made-up outage."}), content_type="application/problem+json") if "__schema" in route.request.post_data else route.continue_())
    page.goto("/playground")
    expect(page.locator(".docs")).to_contain_text("Made-up outage.")
    page.context.unroute("**/graphql")
    page.locator(".docs").get_by_role("button", name="Retry").click()
    expect(page.locator(".docs h3").first).to_have_text("Operations")


def test_a_session_that_ended_is_asked_for_and_the_run_goes_on(playground, server):
    playground.write("{ viewer { name } } # kept")
    playground.page.context.clear_cookies()
    playground.run()
    dialog = playground.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Access token").fill(server.token)
    playground.page.keyboard.press("Enter")
    expect(playground.answer).to_contain_text("administrator")
    assert playground.query.input_value() == "{ viewer { name } } # kept"
    assert server.token not in playground.stored()
