using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Tool.Site;

/// <summary>The host names under which pages are served: this machine's and the public one.</summary>
/// <remarks>The port may differ from the server's, as with a tunnel.</remarks>
/// <param name="publicUrl">The public address; null for none.</param>
internal sealed class SiteHost(Uri? publicUrl)
{
    private const int LastPort = 65535;

    private static readonly Regex Name = new(
        @"\A(localhost|127\.0\.0\.1|\[::1\])(:(?<port>[0-9]{1,5}))?\z",
        RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant);

    /// <summary>Whether a Host header has one of these host names.</summary>
    /// <remarks>It prevents DNS rebinding: no web page can read the database through a browser.</remarks>
    internal bool IsNamed(HostString host)
    {
        if (publicUrl is not null
            && host.HasValue
            && string.Equals(host.Host, publicUrl.IdnHost, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Match name = Name.Match(host.Value ?? "");
        Group port = name.Groups["port"];
        return name.Success && (!port.Success || int.Parse(port.ValueSpan, provider: null) is >= 1 and <= LastPort);
    }
}
