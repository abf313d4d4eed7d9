import Foundation
import Glibc

/// The daemon on the reference configuration, with its roster imported.
struct House {
    private let patrol: String
    private let environment: [String: String]
    private let daemon: pid_t

    init(programs: String, folder: String) throws {
        patrol = programs + "/patrol"
        let config = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/config"
        try FileManager.default.copyItem(atPath: config, toPath: folder + "/config")
        let file = folder + "/config/patrol.yaml"
        let settings = try String(contentsOfFile: file, encoding: .utf8)
        try settings.replacing("user: patrol-admin\n", with: "user: \(NSUserName())\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let socket = folder + "/s"
        environment = ["PATROL_SOCKET": socket]
        daemon = try Command(
            path: programs + "/patrold",
            arguments: [
                "run", "--config", folder + "/config", "--state", folder + "/state", "--socket", socket,
                "--log", "stderr",
            ]
        ).spawn(log: folder + "/log")
        while access(socket, F_OK) != 0 {
            guard kill(daemon, 0) == 0 else {
                throw Command.Failure(description: "patrold ended; see \(folder)/log")
            }
            usleep(10_000)
        }
        _ = try Command(
            path: patrol,
            arguments: ["site", "import", config + "/sites.csv"],
            environment: environment
        ).time()
    }

    func inspection(_ round: Int) -> Command {
        Command(
            path: patrol,
            arguments: ["inspect", "WC-R-001", "--as", "inspector-1", "--note", "第\(round)次"],
            environment: environment
        )
    }

    func stop() {
        kill(daemon, SIGTERM)
        _ = Command.wait(daemon)
    }
}
