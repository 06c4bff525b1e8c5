using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NewsDiff;

/// <summary>Refuses relative addresses where an absolute one is required.</summary>
internal static class AbsoluteUrl
{
    /// <summary>Throws unless an argument is an absolute address.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">It is relative.</exception>
    public static void ThrowIfNot([NotNull] Uri? url, [CallerArgumentExpression(nameof(url))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(url, name);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException($"The address '{url}' is not absolute. Give it with scheme and host.", name);
        }
    }

    /// <summary>Returns an address if it is absolute.</summary>
    /// <param name="url">The value of a property.</param>
    /// <param name="name">The property.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">It is relative.</exception>
    public static Uri Check(Uri? url, [CallerMemberName] string? name = null)
    {
        ThrowIfNot(url, name);
        return url;
    }

    /// <summary>Returns an address that is absolute or null; refuses a relative one.</summary>
    /// <inheritdoc cref="Check"/>
    public static Uri? CheckIfAny(Uri? url, [CallerMemberName] string? name = null) =>
        url is null ? null : Check(url, name);
}
