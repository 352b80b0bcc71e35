// ArchiveDomain
