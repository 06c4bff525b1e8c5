using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Configuration;

/// <summary>Reads settings from the environment.</summary>
/// <remarks>Both <c>NEWSDIFF_FETCH__MINGAP</c> and <c>NewsDiff__Fetch__MinGap</c>, as in hosts.</remarks>
internal static class ConfigVariables
{
    private const string Prefix = "NEWSDIFF_";

    /// <summary>What Kubernetes sets in every pod beside a service with the name <c>newsdiff</c>.</summary>
    private static readonly Regex OfKubernetes = new(
        "^(SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.+|PORT|PORT_[0-9]+_.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Reads the values; an empty variable is none.</summary>
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
