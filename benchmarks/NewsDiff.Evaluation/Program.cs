using System.CommandLine;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Evaluation.Extraction;

var root = new RootCommand("Measures NewsDiff on folders of data.")
{
    DiffCommand.Create(),
    ExtractionCommand.Create(),
    StabilityCommand.Create(),
    ControlsCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
