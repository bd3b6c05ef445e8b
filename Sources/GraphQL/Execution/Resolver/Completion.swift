import JSON
import OrderedCollections

/// How a resolver's answer becomes JSON, settled per field: `CompleteValue` (section 6.4.3).
indirect enum Completion: Sendable {
    case nonNull(Completion)
    case list(Completion)
    case leaf(NamedType, BuiltInScalar?)
    /// By object type's name, each object type that a value may have.
    case composite(NamedType, [String: ObjectPlan<JSONValue>])

    /// - Throws: `FieldFailure` after recording, where null has to go further up; another error, for the field to
    ///   record.
    func write(_ value: ResolvedValue, to response: inout ResponseWriter, _ run: inout Run) throws {
        switch (self, value) {
        case (_, .failure(let error)): throw error
        case (.nonNull(let completion), _):
            guard !value.isNull else {
                throw GraphQLError(
                    "Cannot return null for non-nullable field \(run.coordinate).",
                    code: .internal
                )
            }
            try completion.write(value, to: &response, &run)
        case (_, .null), (_, .value(.null)): response.writeNull()
        case (.list(let item), .list(let values)): try Self.write(values, item, to: &response, &run)
        case (.list(let item), .value(.array(let values))):
            try Self.write(values.map(ResolvedValue.value), item, to: &response, &run)
        case (.list, _):
            throw GraphQLError("Expected a list for field \"\(run.coordinate)\".", code: .internal)
        case (.leaf(let type, let scalar), .value(let value)): try type.write(leaf: value, scalar, to: &response)
        case (.composite(let type, let plans), .object(let name, let value)):
            guard let plan = plans[name] else {
                throw GraphQLError(
                    "Runtime Object type \"\(name)\" is not a possible type for \"\(type.name)\".",
                    code: .internal
                )
            }
            try plan.write(value, to: &response, &run)
        case (.composite(let type, let plans), .value(let value)):
            guard type.isObject, let plan = plans[type.name] else {
                throw GraphQLError(
                    "Abstract type \"\(type.name)\" must resolve to an Object type at runtime for field "
                        + "\"\(run.coordinate)\".",
                    code: .internal
                )
            }
            try plan.write(value, to: &response, &run)
        case (.leaf(let type, _), _), (.composite(let type, _), _):
            throw GraphQLError("Expected a value of type \"\(type.name)\".", code: .internal)
        }
    }

    /// Writes what `resolve` gives as the field with that number; null where it fails and null may stand there.
    func write(
        asField number: Int,
        to response: inout ResponseWriter,
        _ run: inout Run,
        resolve: (borrowing Run) throws -> ResolvedValue
    ) throws {
        run.enter(number)
        let mark = run.mark(at: response.count)
        do { try write(try resolve(run), to: &response, &run) } catch {
            let failure = error as? FieldFailure ?? run.fail(error)
            if case .nonNull = self { throw failure }
            run.nullify(mark, &response)
        }
        run.leave()
    }

    private static func write(
        _ values: [ResolvedValue],
        _ item: Completion,
        to response: inout ResponseWriter,
        _ run: inout Run
    ) throws {
        response.append(UInt8(ascii: "["))
        let depth = run.path.count
        run.path.append(0)
        for (index, value) in values.enumerated() {
            if index > 0 { response.append(UInt8(ascii: ",")) }
            run.path[depth] = index
            try run.tick(response)
            let mark = run.mark(at: response.count)
            do { try item.write(value, to: &response, &run) } catch {
                let failure = error as? FieldFailure ?? run.fail(error)
                if case .nonNull = item { throw failure }
                run.nullify(mark, &response)
            }
        }
        run.path.removeLast()
        response.append(UInt8(ascii: "]"))
    }
}

extension ResolvedValue {
    fileprivate var isNull: Bool {
        switch self {
        case .null, .value(.null): true
        default: false
        }
    }
}

extension Run {
    /// `Type.field` of the field being written.
    fileprivate var coordinate: String {
        path.last { $0 < 0 }.map { operation.plan.fields[~$0].coordinate } ?? ""
    }
}

extension NamedType {
    /// Result coercion of sections 3.5 and 3.9.
    fileprivate func write(
        leaf value: JSONValue,
        _ scalar: BuiltInScalar?,
        to response: inout ResponseWriter
    ) throws(CoercionFailure) {
        switch (kind, scalar, value) {
        case (.enumeration(let enumeration), _, .string(let name)) where enumeration.values[name] != nil:
            response.write(name)
        case (.enumeration, _, _):
            throw CoercionFailure("Enum \"\(name)\" cannot represent this value")
        case (_, nil, _), (_, .string, .string), (_, .boolean, .bool), (_, .id, .string): response.write(value)
        case (_, .int, .int(let int)): try int.write(to: &response)
        case (_, .int, .double(let double)):
            guard let int = Int32(exactly: double) else {
                throw CoercionFailure("Int cannot represent a fraction or a number outside of 32 bits")
            }
            response.write(Int(int))
        case (_, .float, .int(let int)): response.write(int)
        case (_, .float, .double(let double)): try double.write(to: &response)
        case (_, .string, .int(let int)), (_, .id, .int(let int)): response.write(String(int))
        case (_, .string, .double(let double)): response.write(double.description)
        case (_, .string, .bool(let bool)): response.write(bool ? "true" : "false")
        case (_, .int, .bool(let bool)), (_, .float, .bool(let bool)): response.write(bool ? 1 : 0)
        case (_, .boolean, .int(let int)): response.write(int != 0)
        case (_, .boolean, .double(let double)) where double.isFinite: response.write(double != 0)
        default: throw CoercionFailure("\(name) cannot represent this value")
        }
    }
}
