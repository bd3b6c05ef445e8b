import Foundation

/// `Benchmarks` measures Roster's own documents, `Benchmarks engine [WORDS]` the engine on those that its peer has too,
/// `Benchmarks hostile` what documents cost that mean harm, and `Benchmarks workloads FOLDER` writes those of the peer.
/// `script/bench` calls all of them.
let workloads = URL(filePath: "Benchmarks/Workloads")
switch CommandLine.arguments.dropFirst().first {
case "engine":
    try await EngineBenchmark(workloads: workloads, filter: CommandLine.arguments.dropFirst(2).first ?? "").run()
case "hostile":
    try HostileBenchmark().run()
case "workloads":
    try EngineBenchmark(workloads: workloads).write(to: URL(filePath: CommandLine.arguments[2]))
default:
    print(Measurement.heading)
    try await RegistryBenchmark(providers: 12, modelsEach: 10).run()
    try await RegistryBenchmark(providers: 100, modelsEach: 100).run()
    try await DocumentBenchmark.picker.run()
    try await DocumentBenchmark.thousand.run()
}
