using System.Runtime.CompilerServices;

namespace NewsDiff.Feeds.Reading;

/// <summary>Compares names by being one object, as the platform's reader gives a name the same string each time.</summary>
/// <remarks>A namespace may be as long as the feed, and hashing it for each element would cost its length.</remarks>
internal sealed class SameStrings : IEqualityComparer<(string Namespace, string Local)>
{
    /// <summary>The only one.</summary>
    public static readonly SameStrings Comparer = new();

    /// <inheritdoc/>
    public bool Equals((string Namespace, string Local) x, (string Namespace, string Local) y) =>
        ReferenceEquals(x.Namespace, y.Namespace) && ReferenceEquals(x.Local, y.Local);

    /// <inheritdoc/>
    public int GetHashCode((string Namespace, string Local) obj) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Namespace), RuntimeHelpers.GetHashCode(obj.Local));
}
