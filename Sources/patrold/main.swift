import PatrolDaemon

await PatroldCommand.start()
