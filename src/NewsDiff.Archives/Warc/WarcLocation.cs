namespace NewsDiff.Archives.Warc;

/// <summary>Where a record begins in a file.</summary>
public readonly record struct WarcLocation
{
    /// <summary>Makes a location.</summary>
    /// <param name="offset">The byte of the file where it, or the gzip member that holds it, begins.</param>
    /// <param name="skip">How many bytes of the unpacked member precede it.</param>
    public WarcLocation(long offset, long skip = 0)
    {
        Offset = offset;
        Skip = skip;
    }

    /// <summary>The byte of the file where it, or the gzip member that holds it, begins.</summary>
    public long Offset { get; init; }

    /// <summary>The number of unpacked bytes before it in its member.</summary>
    /// <remarks>It is 0 where each record is packed alone.</remarks>
    public long Skip { get; init; }
}
