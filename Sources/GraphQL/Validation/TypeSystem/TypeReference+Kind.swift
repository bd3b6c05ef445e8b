extension TypeReference {
    var isList: Bool {
        if case .list = self { true } else { false }
    }
}
