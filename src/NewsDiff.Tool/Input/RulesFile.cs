using NewsDiff.Extraction;

namespace NewsDiff.Tool.Input;

/// <summary>Reads the file of site rules that the user named.</summary>
internal static class RulesFile
{
    /// <exception cref="TroubleException">The file cannot be read, or a rule is wrong.</exception>
    internal static async Task<SiteRules> ReadAsync(string name, ToolHost host, CancellationToken stop)
    {
        string json = await LocalFile.ReadTextAsync(name, host, stop).ConfigureAwait(false);
        try
        {
            return SiteRules.Parse(json);
        }
        catch (SiteRulesException fault)
        {
            throw new TroubleException($"{LocalFile.Describe(name)}: {fault.Message}", fault);
        }
    }
}
