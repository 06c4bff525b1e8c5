using System.Runtime.CompilerServices;

namespace NewsDiff.Feeds.Reading;

/// <summary>Compares names by reference: the platform's reader returns the same string for the same name.</summary>
/// <remarks>A namespace may be as long as the feed, so hashing it for each element would be slow.</remarks>
internal sealed class SameStrings : IEqualityComparer<(string Namespace, string Local)>
{
    /// <summary>The only instance.</summary>
    public static readonly SameStrings Comparer = new();

    /// <inheritdoc/>
    public bool Equals((string Namespace, string Local) x, (string Namespace, string Local) y) =>
        ReferenceEquals(x.Namespace, y.Namespace) && ReferenceEquals(x.Local, y.Local);

    /// <inheritdoc/>
    public int GetHashCode((string Namespace, string Local) obj) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Namespace), RuntimeHelpers.GetHashCode(obj.Local));
}
