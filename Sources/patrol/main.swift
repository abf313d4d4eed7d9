import PatrolCommands

PatrolCommand.start()
