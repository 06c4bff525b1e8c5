using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// The published DiffPlex 1.4.4 is a debug build; it is measured as its users get it.
IConfig config = DefaultConfig.Instance.WithOptions(ConfigOptions.DisableOptimizationsValidator);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
