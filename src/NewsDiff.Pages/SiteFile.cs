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

    /// <summary>Stays the same as long as the content does; null for texts.</summary>
    /// <remarks>A picture has one: drawing takes long, and is not needed if the picture is there already.</remarks>
    public string? Fingerprint { get; internal init; }

    /// <summary>Makes the content: text as UTF-8, or a PNG picture.</summary>
    /// <remarks>A picture is drawn at each call.</remarks>
    /// <returns>The content.</returns>
    public ReadOnlyMemory<byte> GetContent() => _make();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
