namespace NewsDiff.Archives.Warc;

/// <summary>Where a record begins in a file.</summary>
/// <param name="Offset">The byte of the file where it, or the gzip member that holds it, begins.</param>
/// <param name="Skip">How many bytes of the unpacked member precede it; 0 in files that pack each record alone.</param>
public readonly record struct WarcLocation(long Offset, long Skip);
