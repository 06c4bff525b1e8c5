namespace NewsDiff.Pages;

/// <summary>A file of a published site.</summary>
public sealed class SiteFile
{
    private readonly Func<ReadOnlyMemory<byte>> _make;

    internal SiteFile(string name, Func<ReadOnlyMemory<byte>> make)
    {
        Name = name;
        _make = make;
    }

    /// <summary>Its path in the folder, with <c>/</c> between parts.</summary>
    /// <remarks>The parts are of ASCII letters, digits, dots and hyphens, and differ in more than case.</remarks>
    public string Name { get; }

    /// <summary>What the content was made of: while it is the same, so is the content. Null for texts.</summary>
    /// <remarks>A picture has one, because drawing takes long: it need not be made if it is there already.</remarks>
    public string? Fingerprint { get; internal init; }

    /// <summary>Makes the content: text as UTF-8, or a PNG picture, which is drawn at each call.</summary>
    /// <returns>The content.</returns>
    public ReadOnlyMemory<byte> GetContent() => _make();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
