"""The `openai` package against a running Roster: ROSTER_URL and ROSTER_TOKEN say where.

Its providers are those of Tests/Upstream/upstream.py, with ROSTER_CANARY as their key.
"""

import asyncio
import json
import os
import pathlib
import subprocess
import time
import unittest
import urllib.request

import openai

URL = os.environ["ROSTER_URL"]
TOKEN = os.environ["ROSTER_TOKEN"]
CANARY = os.environ["ROSTER_CANARY"]
HI = [{"role": "user", "content": "hi there, friend"}]


def get(url):
    with urllib.request.urlopen(url) as response:
        return json.load(response)


def graphql(query, **variables):
    fields = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{URL}/graphql", body, fields)) as response:
        text = response.read().decode()
    assert CANARY not in text, "a response holds the key"
    answer = json.loads(text)
    return answer.get("data") or answer


def provider(sdk_id, url, models=("tiny",)):
    models = [{"name": model, "modelSdkId": f"{sdk_id}:{model}"} for model in models]
    entry = {"name": sdk_id, "providerSdkId": sdk_id, "baseUrl": url, "apiKey": CANARY, "models": models}
    graphql("mutation ($new: CreateProviderInput!) { createProvider(input: $new) { id } }", new=entry)


class OpenAITests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        path = pathlib.Path(__file__).parents[1] / "Upstream" / "upstream.py"
        cls.process = subprocess.Popen(["python3", path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.upstream = cls.process.stdout.readline().strip()
        provider("up", f"{cls.upstream}/v1", ["tiny", "embedding-small", "Vendor/Large-2@latest:free", "off"])
        for behaviour in ["pause", "forever", "cut", "unauthorized", "failing", "echo", "limited", "silent"]:
            provider(behaviour, f"{cls.upstream}/{behaviour}/v1")
        cls.client = openai.OpenAI(base_url=f"{URL}/v1", api_key=TOKEN, max_retries=0)

    @classmethod
    def tearDownClass(cls):
        cls.process.stdin.close()
        cls.process.wait()
        cls.process.stdout.close()

    def until(self, state, count):
        """Waits until so many streams are in a state."""
        deadline = time.monotonic() + 20
        while get(f"{self.upstream}/streams")[state] < count:
            self.assertLess(time.monotonic(), deadline, f"there are never {count} {state} streams")

    def test_models_are_listed_and_found(self):
        ids = [model.id for model in self.client.models.list()]
        self.assertIn("up:tiny", ids)
        name = "up:Vendor/Large-2@latest:free"
        self.assertEqual(self.client.models.retrieve(name).id, name)

    def test_a_chat_is_answered(self):
        answer = self.client.chat.completions.create(model="up:tiny", messages=HI, temperature=0.5)
        self.assertEqual(answer.choices[0].message.content, "You said: hi there, friend")
        self.assertEqual(answer.usage.total_tokens, 8)

    def test_a_chat_is_streamed(self):
        options = {"include_usage": True}
        stream = self.client.chat.completions.create(model="up:tiny", messages=HI, stream=True, stream_options=options)
        events = list(stream)
        words = [event.choices[0].delta.content or "" for event in events if event.choices]
        self.assertEqual("".join(words), "You said: hi there, friend")
        self.assertGreater(len(words), 5)
        self.assertEqual(events[-1].usage.total_tokens, 8)

    def test_words_arrive_while_others_are_still_to_come(self):
        stream = self.client.chat.completions.create(model="pause:tiny", messages=HI, stream=True)
        self.assertEqual(next(iter(stream)).choices[0].delta.role, "assistant")
        abandoned = get(f"{self.upstream}/streams")["abandoned"]
        stream.close()
        self.until("abandoned", abandoned + 1)

    def test_a_stream_that_is_cancelled_is_cancelled_upstream(self):
        abandoned = get(f"{self.upstream}/streams")["abandoned"]
        stream = self.client.chat.completions.create(model="forever:tiny", messages=HI, stream=True)
        for _ in zip(range(3), stream):
            pass
        stream.close()
        self.until("abandoned", abandoned + 1)

    def test_a_caller_who_waits_no_longer_is_gone_upstream(self):
        abandoned = get(f"{self.upstream}/streams")["abandoned"]
        with self.assertRaises(openai.APITimeoutError):
            self.client.chat.completions.create(model="silent:tiny", messages=HI, timeout=1)
        self.until("abandoned", abandoned + 1)

    def test_a_stream_that_breaks_off_is_an_error(self):
        with self.assertRaises((openai.APIError, json.JSONDecodeError)):
            list(self.client.chat.completions.create(model="cut:tiny", messages=HI, stream=True))

    def test_embeddings(self):
        answer = self.client.embeddings.create(model="up:embedding-small", input=["a", "b"])
        self.assertEqual([entry.embedding for entry in answer.data], [[0.5, -0.25, 0], [0.5, -0.25, 1]])

    def test_a_disabled_model_is_refused_in_words(self):
        found = graphql('{ model(by: { modelSdkId: "up:off" }) { id } }')["model"]["id"]
        graphql("mutation ($id: ID!) { setModelsEnabled(ids: [$id], isEnabled: false) { id } }", id=found)
        with self.assertRaises(openai.PermissionDeniedError) as caught:
            self.client.chat.completions.create(model="up:off", messages=HI)
        self.assertEqual(caught.exception.code, "model_disabled")
        self.assertNotIn("up:off", [model.id for model in self.client.models.list()])

    def test_the_default_is_used_where_none_is_named_and_missed_where_there_is_none(self):
        with self.assertRaises(openai.BadRequestError) as caught:
            self.client.chat.completions.create(model=None, messages=HI)
        self.assertEqual(caught.exception.code, "model_required")
        found = graphql('{ model(by: { modelSdkId: "up:tiny" }) { id } }')["model"]["id"]
        graphql("mutation ($id: ID!) { setDefaultModel(id: $id) { id } }", id=found)
        answer = self.client.chat.completions.create(model=None, messages=HI)
        self.assertEqual(answer.model, "tiny")
        graphql("mutation { clearDefaultModel { version } }")

    def test_a_wrong_token_is_an_authentication_error(self):
        stranger = openai.OpenAI(base_url=f"{URL}/v1", api_key="rst_made-up", max_retries=0)
        with self.assertRaises(openai.AuthenticationError):
            stranger.models.list()

    def test_a_model_that_there_is_not_is_not_found(self):
        with self.assertRaises(openai.NotFoundError) as caught:
            self.client.chat.completions.create(model="up:none", messages=HI)
        self.assertEqual(caught.exception.code, "model_not_found")

    def test_what_a_provider_echoes_has_no_key_in_it(self):
        for model in ["unauthorized", "failing"]:
            with self.assertRaises(openai.InternalServerError) as caught:
                self.client.chat.completions.create(model=f"{model}:tiny", messages=HI)
            self.assertNotIn(CANARY, str(caught.exception.body))
        with self.assertRaises(openai.RateLimitError):
            self.client.chat.completions.create(model="limited:tiny", messages=HI)
        raw = self.client.chat.completions.with_raw_response.create(model="echo:tiny", messages=HI)
        self.assertIn("Bearer ***", raw.text)
        self.assertNotIn(CANARY, raw.text + str(raw.headers))

    def test_checks_and_wrong_types_hold_no_key(self):
        for path in ["/v1", "/unauthorized/v1", "/failing/v1", "/echo/v1"]:
            draft = {"baseUrl": self.upstream + path, "apiKey": CANARY}
            query = "query ($draft: ProviderDraft!) { checkProvider(draft: $draft) { message requestUrl } }"
            self.assertIn("message", graphql(query, draft=draft)["checkProvider"])
            self.assertIn("errors", graphql(query, draft=draft | {"apiKey": [CANARY]}))
            self.assertIn("errors", graphql(query, draft=draft | {CANARY: 1}))

    def test_fifty_streams_at_once(self):
        async def run():
            async with openai.AsyncOpenAI(base_url=f"{URL}/v1", api_key=TOKEN, max_retries=0) as client:
                async def words():
                    stream = await client.chat.completions.create(model="up:tiny", messages=HI, stream=True)
                    return "".join([event.choices[0].delta.content or "" async for event in stream])

                return await asyncio.gather(*(words() for _ in range(50)))

        self.assertEqual(set(asyncio.run(run())), {"You said: hi there, friend"})


if __name__ == "__main__":
    unittest.main()
