namespace NewsDiff.Archives.Warc;

/// <summary>A named field of a record's header.</summary>
public readonly record struct WarcField
{
    /// <summary>Makes a field.</summary>
    /// <param name="name">The name, such as <c>WARC-Date</c>; its case does not matter.</param>
    /// <param name="value">The value, without white space around it.</param>
    public WarcField(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name, such as <c>WARC-Date</c>; its case does not matter.</summary>
    public string Name { get; init; }

    /// <summary>The value, without white space around it.</summary>
    public string Value { get; init; }
}
