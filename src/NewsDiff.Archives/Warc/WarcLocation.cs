namespace NewsDiff.Archives.Warc;

/// <summary>The place of a record in a file.</summary>
/// <param name="Offset">The byte of the file where the record, or its gzip member, begins.</param>
/// <param name="Skip">The bytes of the unpacked member before it; 0 in files that pack each record separately.</param>
public readonly record struct WarcLocation(long Offset, long Skip);
