using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Configuration;

/// <summary>Reads settings from the environment.</summary>
/// <remarks>It reads both <c>NEWSDIFF_FETCH__MINGAP</c> and <c>NewsDiff__Fetch__MinGap</c>, as hosts do.</remarks>
internal static class ConfigVariables
{
    private const string Prefix = "NEWSDIFF_";

    /// <summary>Variables that Kubernetes sets in every pod beside a service named <c>newsdiff</c>.</summary>
    private static readonly Regex OfKubernetes = new(
        "^(SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.+|PORT|PORT_[0-9]+_.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Reads the values; an empty variable gives none.</summary>
    internal static IEnumerable<ConfigEntry> Read(IReadOnlyDictionary<string, string> variables) =>
        from variable in variables
        where variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && variable.Value.Length > 0
        let name = variable.Key[Prefix.Length..]
        where !OfKubernetes.IsMatch(name)
        orderby variable.Key
        select new ConfigEntry(
            $"{ConfigKeys.Section}:{name.TrimStart('_').Replace("__", ":", StringComparison.Ordinal)}",
            variable.Value,
            variable.Key);
}
