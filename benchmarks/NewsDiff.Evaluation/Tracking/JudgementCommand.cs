using System.CommandLine;
using System.Globalization;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>
/// <c>judgement --revisions DIR</c>: how many real edits a tracker doubts, and how much later it stores them.
/// </summary>
internal static class JudgementCommand
{
    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, a line {id, versions: [{title, paragraphs}]} each article.",
            Required = true,
        };
        var visits = new Option<int>("--visits")
        {
            Description = "The due visits that see each version.",
            DefaultValueFactory = _ => 6,
        };
        var all = new Option<bool>("--all") { Description = "Prints every version that is not stored at once." };
        var command = new Command("judgement", "Shows real versions to a tracker, and counts those stored late.")
        {
            revisions, visits, all,
        };
        command.SetAction(async (parse, _) =>
        {
            List<(string Set, StoredVersion Stored)> rows = [];
            List<RevisionChain> chains = [.. RevisionChain.ReadAll(parse.GetRequiredValue(revisions))];
            int taken = 0;
            foreach ((int index, RevisionChain chain) in chains.Index())
            {
                Article other = chains[(index + 1) % chains.Count].Versions[0];
                (List<StoredVersion> stored, bool isTaken) = await ChainRun.RunAsync(
                    chain, other, parse.GetValue(visits));
                rows.AddRange(stored.Select(version => (chain.Set, version)));
                taken += isTaken ? 1 : 0;
            }

            Print(rows, parse.GetValue(all));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"another article at the same address: taken for a version at once in {taken} of {chains.Count}"));
            return 0;
        });
        return command;
    }

    private static void Print(List<(string Set, StoredVersion Stored)> rows, bool isAll)
    {
        Console.WriteLine("set                         edits  at once   late  uncertain  never   longest delay");
        foreach (IGrouping<string, (string, StoredVersion Stored)> set in rows.GroupBy(row => row.Set).Append(
            rows.GroupBy(_ => "all").Single()))
        {
            StoredVersion[] stored = [.. set.Select(row => row.Stored)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set.Key,-26} {stored.Length,6} {stored.Count(version => version.Visit == 1),8} "
                + $"{stored.Count(version => version.Visit > 1 && !version.IsUncertain),6} "
                + $"{stored.Count(version => version.IsUncertain),10} {stored.Count(version => version.Visit == 0),6} "
                + $"{stored.Max(version => version.Delay).TotalHours,12:F1} h"));
        }

        foreach ((string set, StoredVersion stored) in rows.Where(row => isAll && row.Stored.Visit != 1))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set}: visit {stored.Visit}, {stored.Delay.TotalHours:F1} h: {stored.Reason}"));
        }
    }
}
