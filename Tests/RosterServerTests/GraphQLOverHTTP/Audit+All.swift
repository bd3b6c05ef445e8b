extension Audit {
    private static let typename = #"{"query":"{ __typename }"}"#
    private static let byName = #"query Type($name: String!) { __type(name: $name) { name } }"#
    private static let byNameParameters =
        "query=query%20Type(%24name:String!)%7B__type(name:%24name)%7Bname%7D%7D&variables=%7B%22name%22:%22sometype%22%7D"
    private static let unknownField = #"{"query":"{ 8f31403dfe404bccbb0e835f2629c6a7 }"}"#
    private static let uncoercible =
        #"{"query":"query CoerceFailure($id: ID!) { node(id: $id) { id } }","variables":{"id":null}}"#

    /// All sixty.
    static let all = media + requests + parameters + wrongParameters + responses

    private static let media = [
        Audit(
            post: "22EB", "SHOULD accept application/graphql-response+json and match the content-type", typename,
            accept: graphQL, .status(200), .type(graphQL)),
        Audit(
            post: "4655", "MUST accept application/json and match the content-type", typename, accept: json,
            .status(200), .type(json)),
        Audit(
            post: "47DE", "SHOULD accept */* and use application/json for the content-type", typename, accept: "*/*",
            .status(200), .type(json)),
        Audit(
            get: "80D8", "SHOULD assume application/json content-type when accept is missing", "query=%7B__typename%7D",
            .status(200), .type(json)),
        Audit(post: "82A3", "MUST use utf-8 encoding when responding", typename, .status(200)),
        Audit(
            post: "BF61", "MUST accept utf-8 encoded request", #"{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}"#,
            .status(200)
        ).typed("application/json; charset=utf-8"),
        Audit(
            post: "78D5", "MUST assume utf-8 in request if encoding is unspecified",
            #"{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}"#, .status(200)),
    ]

    private static let requests = [
        Audit(post: "2C94", "MUST accept POST requests", typename, .status(200)),
        Audit(
            get: "5A70", "MAY accept application/x-www-form-urlencoded formatted GET requests",
            "query=%7B__typename%7D", .status(200)),
        Audit(
            get: "9C48", "MAY NOT allow executing mutations on GET requests", "query=mutation%7B__typename%7D",
            accept: graphQL, .status(400...499)),
        Audit(
            post: "9ABE", "MAY respond with 4xx status code if content-type is not supplied on POST requests", nil,
            .status(400...499)
        ).typed(nil),
        Audit(post: "03D4", "MUST accept application/json POST requests", typename, .status(200)),
        Audit(post: "A5BF", "MAY use 400 status code when request body is missing on POST", nil, .status(400)),
    ]

    private static let parameters = [
        Audit(
            post: "423L", "MAY use 400 status code on missing {query} parameter", #"{"notquery":"{ __typename }"}"#,
            .status(400)),
        Audit(
            post: "34A2", "SHOULD allow string {query} parameter when accepting application/graphql-response+json",
            typename, accept: graphQL, .status(200)),
        Audit(
            post: "13EE", "MUST allow string {query} parameter when accepting application/json", typename, accept: json,
            .status(200), .noErrors),
        Audit(
            post: "8161",
            "SHOULD allow string {operationName} parameter when accepting application/graphql-response+json",
            #"{"operationName":"Query","query":"query Query { __typename }"}"#, accept: graphQL, .status(200)),
        Audit(
            post: "B8B3", "MUST allow string {operationName} parameter when accepting application/json",
            #"{"operationName":"Query","query":"query Query { __typename }"}"#, accept: json, .status(200), .noErrors),
        Audit(
            post: "94B0", "SHOULD allow null {variables} parameter when accepting application/graphql-response+json",
            #"{"query":"{ __typename }","variables":null}"#, accept: graphQL, .status(200), .noErrors),
        Audit(
            post: "0220", "MUST allow null {variables} parameter when accepting application/json",
            #"{"query":"{ __typename }","variables":null}"#, accept: json, .status(200), .noErrors),
        Audit(
            post: "94B1",
            "SHOULD allow null {operationName} parameter when accepting application/graphql-response+json",
            #"{"query":"{ __typename }","operationName":null}"#, accept: graphQL, .status(200), .noErrors),
        Audit(
            post: "0221", "MUST allow null {operationName} parameter when accepting application/json",
            #"{"query":"{ __typename }","operationName":null}"#, accept: json, .status(200), .noErrors),
        Audit(
            post: "94B2", "SHOULD allow null {extensions} parameter when accepting application/graphql-response+json",
            #"{"query":"{ __typename }","extensions":null}"#, accept: graphQL, .status(200), .noErrors),
        Audit(
            post: "0222", "MUST allow null {extensions} parameter when accepting application/json",
            #"{"query":"{ __typename }","extensions":null}"#, accept: json, .status(200), .noErrors),
        Audit(
            post: "2EA1", "SHOULD allow map {variables} parameter when accepting application/graphql-response+json",
            #"{"query":"\#(byName)","variables":{"name":"sometype"}}"#, accept: graphQL, .status(200)),
        Audit(
            post: "28B9", "MUST allow map {variables} parameter when accepting application/json",
            #"{"query":"\#(byName)","variables":{"name":"sometype"}}"#, accept: json, .status(200), .noErrors),
        Audit(
            get: "D6D5",
            "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
            byNameParameters, accept: graphQL, .status(200)),
        Audit(
            get: "6A70",
            "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
            byNameParameters, accept: json, .status(200), .noErrors),
        Audit(
            post: "428F", "SHOULD allow map {extensions} parameter when accepting application/graphql-response+json",
            #"{"query":"{ __typename }","extensions":{"some":"value"}}"#, accept: graphQL, .status(200)),
        Audit(
            post: "1B7A", "MUST allow map {extensions} parameter when accepting application/json",
            #"{"query":"{ __typename }","extensions":{"some":"value"}}"#, accept: json, .status(200), .noErrors),
    ]

    private static let wrongParameters =
        wrong("LKJ", "query", notStrings) + wrong("6C0", "operationName", notStrings)
        + wrong("476", "variables", notMaps) + wrong("58B", "extensions", notMaps)

    private static let notStrings = [
        ("object", #"{"obj":"ect"}"#), ("number", "0"), ("boolean", "false"), ("array", #"["array"]"#),
    ]
    private static let notMaps = [
        ("string", #""string""#), ("number", "0"), ("boolean", "false"), ("array", #"["array"]"#),
    ]

    /// Four audits of one parameter that is of a wrong type.
    private static func wrong(_ id: String, _ parameter: String, _ values: [(type: String, json: String)]) -> [Audit] {
        values.enumerated().map { index, value in
            let query = parameter == "query" ? "" : #""query":"{ __typename }","#
            return Audit(
                post: "\(id)\(index)", "MAY use 400 status code on \(value.type) {\(parameter)} parameter",
                #"{\#(query)"\#(parameter)":\#(value.json)}"#, .status(400))
        }
    }

    private static let responses = [
        Audit(
            post: "B6DC", "MAY use 4xx or 5xx status codes on JSON parsing failure", #"{ "not a JSON"#,
            .status(400...599)),
        Audit(post: "BCF8", "MAY use 400 status code on JSON parsing failure", #"{ "not a JSON"#, .status(400)),
        Audit(
            post: "8764", "MAY use 4xx or 5xx status codes if parameters are invalid", #"{"qeury":"{ __typename }"}"#,
            .status(400...599)),
        Audit(
            post: "3E3A", "MAY use 400 status code if parameters are invalid", #"{"qeury":"{ __typename }"}"#,
            .status(400)),
        Audit(
            post: "572B", "SHOULD use 200 status code on document parsing failure when accepting application/json",
            #"{"query":"{"}"#, accept: json, .status(200), .errors),
        Audit(
            post: "FDE2", "SHOULD use 200 status code on document validation failure when accepting application/json",
            unknownField, accept: json, .status(200), .errors),
        Audit(
            post: "7B9B",
            "SHOULD use a status code of 200 on variable coercion failure when accepting application/json", uncoercible,
            accept: json, .status(200), .errors),
        Audit(
            post: "865D",
            "SHOULD use 4xx or 5xx status codes on document parsing failure when accepting application/graphql-response+json",
            #"{"query":"{"}"#, accept: graphQL, .status(400...599)),
        Audit(
            post: "556A",
            "SHOULD use 400 status code on document parsing failure when accepting application/graphql-response+json",
            #"{"query":"{"}"#, accept: graphQL, .status(400)),
        Audit(
            post: "D586",
            "SHOULD not contain the data entry on document parsing failure when accepting application/graphql-response+json",
            #"{"query":"{"}"#, accept: graphQL, .noData, .errors),
        Audit(
            post: "51FE",
            "SHOULD use 4xx or 5xx status codes on document validation failure when accepting application/graphql-response+json",
            unknownField, accept: graphQL, .status(400...599)),
        Audit(
            post: "74FF",
            "SHOULD use 400 status code on document validation failure when accepting application/graphql-response+json",
            unknownField, accept: graphQL, .status(400)),
        Audit(
            post: "5E5B",
            "SHOULD not contain the data entry on document validation failure when accepting application/graphql-response+json",
            unknownField, accept: graphQL, .noData, .errors),
        Audit(
            post: "86EE",
            "SHOULD use a status code of 400 on variable coercion failure when accepting application/graphql-response+json",
            uncoercible, accept: graphQL, .status(400), .noData),
    ]
}
