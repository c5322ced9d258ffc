namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads what a branch adds to a framework.</summary>
internal sealed class SupplementReader(MapReader file)
{
    private bool isTaken;
    private Supplement supplement = new(default, "", "", "", [], []);

    /// <summary>Its indicators, by the code of the objective under which each stands.</summary>
    public ILookup<string, Indicator> Indicators { get; private set; } = Enumerable.Empty<Indicator>().ToLookup(_ => "");

    public Supplement Supplement => supplement with { Indicators = [.. Indicators.SelectMany(i => i).Select(i => i.Code)] };

    /// <summary>Its head and its variables: to be read before any formula, since those may name them.</summary>
    /// <param name="earlier">The supplements read before it.</param>
    public void ReadVariables(FrameworkCode framework, VariableReader variables, IReadOnlyList<Supplement> earlier)
    {
        var head = file.Map("supplement");
        supplement = new(new(head.Code("framework")), head.Text("branch"), head.Name("prefix"), head.Shown("title"), [], []);
        head.Close();
        if (supplement.Framework.Value.Length > 0 && supplement.Framework != framework)
        {
            head.Fault("framework", FaultCodes.OtherFramework, supplement.Framework, framework);
        }

        if (supplement.Branch.Length > 0 && earlier.Any(e => e.Branch == supplement.Branch))
        {
            head.Fault("branch", FaultCodes.BranchTwice, supplement.Branch);
        }

        // One prefix that begins another would let two branches make one code.
        var other = supplement.Prefix.Length == 0 ? null : earlier.FirstOrDefault(e => Begins(e.Prefix, supplement.Prefix) || Begins(supplement.Prefix, e.Prefix));
        isTaken = other is not null || variables.Codes.Any(v => Has(v.Value, '_'));
        if (isTaken)
        {
            head.Fault("prefix", FaultCodes.PrefixTaken, supplement.Prefix, other?.Branch ?? framework.Value);
        }

        supplement = supplement with { Variables = variables.Add(file, required: false, supplement.Prefix + '_') };
    }

    public void ReadIndicators(IndicatorReader indicators, IReadOnlySet<string> objectives)
    {
        if (!isTaken && indicators.Codes.Any(code => Has(code, '-')))
        {
            file.Map("supplement").Fault("prefix", FaultCodes.PrefixTaken, supplement.Prefix, supplement.Framework);
        }

        var read = file.Maps("indicators", map =>
        {
            var objective = map.PrintedCode("objective");
            if (objective.Length > 0 && !objectives.Contains(objective))
            {
                map.Fault("objective", FaultCodes.NoSuchObjective, objective);
            }

            return (Objective: objective, Indicator: indicators.Read(map, supplement));
        }, least: 1);
        file.Close();
        Indicators = read.ToLookup(r => r.Objective, r => r.Indicator);
    }

    private bool Has(string code, char mark) => supplement.Prefix.Length > 0 && code.StartsWith(supplement.Prefix + mark, StringComparison.Ordinal);

    private static bool Begins(string text, string with) => text == with || text.StartsWith(with + '_', StringComparison.Ordinal);
}
