import CSystemd

/// What the daemon tells systemd of its state (sd_notify(3)); nothing happens where it was not started by systemd.
package enum ServiceManager {
    package static func ready(_ status: String) {
        sd_notify(0, "READY=1\nSTATUS=\(status)")
    }

    package static func stopping() {
        sd_notify(0, "STOPPING=1")
    }
}
