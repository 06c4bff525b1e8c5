using System.CommandLine;
using NewsDiff.Evaluation.Extraction;

var root = new RootCommand("Measures NewsDiff on folders of data.")
{
    ExtractionCommand.Create(),
    StabilityCommand.Create(),
    ControlsCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
