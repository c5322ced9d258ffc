namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Gathers the faults of a file, up to a number beyond which nobody reads them.</summary>
internal sealed class FaultList
{
    private const int Most = 1000;

    private readonly List<FrameworkFault> faults = [];

    public bool None => faults.Count == 0;

    public IReadOnlyList<FrameworkFault> ByLine => [.. faults.OrderBy(f => f.Line)];

    public void Add(int line, string path, string code, params object?[] arguments)
    {
        if (faults.Count < Most)
        {
            faults.Add(new(line, path, code, arguments));
        }
        else if (faults.Count == Most)
        {
            faults.Add(new(line, path, FaultCodes.TooManyFaults, Most));
        }
    }
}
