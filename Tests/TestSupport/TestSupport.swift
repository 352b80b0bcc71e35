// Samples and screen assertions shared by the test targets.
