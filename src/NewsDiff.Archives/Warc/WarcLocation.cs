namespace NewsDiff.Archives.Warc;

/// <summary>Where a record begins in a file.</summary>
public readonly record struct WarcLocation
{
    /// <summary>Makes a location.</summary>
    /// <param name="offset">The file offset of the record, or of the gzip member that contains it.</param>
    /// <param name="skip">The number of unpacked bytes before it in its member.</param>
    public WarcLocation(long offset, long skip = 0)
    {
        Offset = offset;
        Skip = skip;
    }

    /// <summary>The file offset of the record, or of the gzip member that contains it.</summary>
    public long Offset { get; init; }

    /// <summary>The number of unpacked bytes before it in its member.</summary>
    /// <remarks>It is 0 when each record is compressed separately.</remarks>
    public long Skip { get; init; }
}
