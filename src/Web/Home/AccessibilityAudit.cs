using Responsables.Domain.Shared;

namespace Responsables.Web.Home;

/// <summary>What the rule calls an instance: its mention is computed, never chosen.</summary>
public enum Compliance { None, Partial, Full }

/// <summary>
/// The recorded audit of accessibility, criterion by criterion: <c>docs/accessibility-audit.csv</c>, carried by the program. Lines that begin
/// with <c>#</c> say who audited and when; without any criterion there was no audit.
/// </summary>
/// <param name="NotMet">The criteria that are not met, and why.</param>
public sealed record AccessibilityAudit(string? Auditor, DateOnly? Day, int Met, int NotApplicable, IReadOnlyList<(string Criterion, string Reason)> NotMet)
{
    /// <summary>Share of the criteria from which an instance is partly compliant.</summary>
    private const decimal Half = 0.5m;

    /// <summary>The audit of this version of the program.</summary>
    public static AccessibilityAudit Recorded { get; } = Read();

    public bool WasMade => Met + NotMet.Count > 0;

    /// <summary>Criteria met among those that apply; null without an audit.</summary>
    public decimal? Rate => WasMade ? (decimal)Met / (Met + NotMet.Count) : null;

    /// <summary>Decree 2019-768: fully when all are met, partly from a half, else not; nor without an audit.</summary>
    public Compliance Compliance => Rate switch { 1 => Compliance.Full, >= Half => Compliance.Partial, _ => Compliance.None };

    public static AccessibilityAudit Of(string text)
    {
        string? auditor = null;
        DateOnly? day = null;
        var (met, notApplicable) = (0, 0);
        var notMet = new List<(string, string)>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split(',', 3);
            switch (cells)
            {
                case ["# auditor", var name]:
                    auditor = name.Length > 0 ? name : null;
                    break;
                case ["# day", var at]:
                    day = IsoDay.Read(at);
                    break;
                case [_, "met", ..]:
                    met++;
                    break;
                case [_, "not-applicable", ..]:
                    notApplicable++;
                    break;
                case [var criterion, "not-met", var reason]:
                    notMet.Add((criterion, reason));
                    break;
                default:
                    break;
            }
        }

        return new AccessibilityAudit(auditor, day, met, notApplicable, notMet);
    }

    private static AccessibilityAudit Read()
    {
        using var resource = typeof(AccessibilityAudit).Assembly.GetManifestResourceStream("accessibility-audit.csv")
            ?? throw new InvalidOperationException("The recorded audit is not in the program.");
        using var reader = new StreamReader(resource);
        return Of(reader.ReadToEnd());
    }
}
