namespace NewsDiff.TestSupport.Hostile;

/// <summary>One input that was made to stop, exhaust or mislead a reader.</summary>
/// <param name="Kind">The reader it is meant for.</param>
/// <param name="Name">What is wrong with it; names its test.</param>
/// <param name="Make">Makes the bytes, the same at every call.</param>
public sealed record HostileInput(HostileKind Kind, string Name, Func<byte[]> Make)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Name}";
}
