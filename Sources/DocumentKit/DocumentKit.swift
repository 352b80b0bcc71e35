// DocumentKit
