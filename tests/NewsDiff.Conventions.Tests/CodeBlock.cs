namespace NewsDiff.Conventions.Tests;

/// <summary>A piece of C# in the documentation.</summary>
/// <param name="Place">The file and the line on which it begins.</param>
/// <param name="Code">The code.</param>
public sealed record CodeBlock(string Place, string Code)
{
    /// <inheritdoc/>
    public override string ToString() => Place;
}
