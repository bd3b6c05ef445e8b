"""The routes of a running Roster against their own description: ROSTER_URL and ROSTER_TOKEN say where."""

import json
import os
import unittest
import urllib.error
import urllib.request

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

URL = os.environ["ROSTER_URL"]
TOKEN = os.environ["ROSTER_TOKEN"]


def send(method, path, value=None):
    """Status and body."""
    fields = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    body = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(URL + path, body, fields, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            text = response.read()
            return response.status, json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


class RESTTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        _, cls.description = send("GET", "/api/openapi.json")

    def check(self, method, template, value=None, **parameters):
        """Sends a request and holds the answer against the description."""
        status, answer = send(method, template.format(**parameters), value)
        responses = self.description["paths"][template][method.lower()]["responses"]
        response = responses.get(str(status)) or self.description["components"]["responses"]["Problem"]
        if answer is not None:
            [media] = response["content"].values()
            jsonschema.validate(answer, media["schema"] | {"components": self.description["components"]})
        return status, answer

    def test_the_description_is_valid(self):
        validate(self.description, cls=OpenAPIV31SpecValidator)

    def test_answers_are_as_described(self):
        new = {"name": "Made up", "providerSdkId": "made-up", "models": [{"name": "One", "modelSdkId": "made-up:one"}]}
        status, provider = self.check("POST", "/api/config/providers", new)
        self.assertEqual(status, 201)
        model = {"providerId": provider["id"], "name": "Two", "modelSdkId": "made-up:two"}
        status, model = self.check("POST", "/api/config/models", model)
        self.assertEqual(status, 201)
        one, two = {"id": provider["id"]}, {"id": model["id"]}
        steps = [
            ("GET", "/api/config/providers", None, {}, 200),
            ("GET", "/api/config/providers/{id}", None, one, 200),
            ("PUT", "/api/config/providers/{id}", {"baseUrl": "https://made-up.example/v1"}, one, 200),
            ("GET", "/api/config/models/provider/{providerId}", None, {"providerId": one["id"]}, 200),
            ("GET", "/api/config/models/{id}", None, two, 200),
            ("PUT", "/api/config/models/{id}", model, two, 200),
            ("POST", "/api/config/models/{id}/set-default", None, two, 200),
            ("GET", "/api/model-registry", None, {}, 200),
            ("DELETE", "/api/config/models/{id}", None, two, 409),
            ("DELETE", "/api/config/providers/{id}", None, one, 409),
            ("PUT", "/api/config/models/{id}", {"nope": 1}, two, 400),
            ("GET", "/api/config/models/{id}", None, {"id": 999}, 404),
        ]
        for method, path, value, parameters, expected in steps:
            with self.subTest(method=method, path=path):
                self.assertEqual(self.check(method, path, value, **parameters)[0], expected)


if __name__ == "__main__":
    unittest.main()
