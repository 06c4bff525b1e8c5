namespace NewsDiff.Archives;

/// <summary>A header field of an HTTP message, as it was sent.</summary>
public readonly record struct HttpField
{
    /// <summary>Makes a field.</summary>
    /// <param name="name">The name; its case does not matter.</param>
    /// <param name="value">The value.</param>
    public HttpField(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name; its case does not matter.</summary>
    public string Name { get; init; }

    /// <summary>The value.</summary>
    public string Value { get; init; }
}
