using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the variables that are asked of every body.</summary>
internal static class ContextReader
{
    public static IReadOnlyList<VariableCode> Read(MapReader file, VariableScope scope)
    {
        VariableCode[] codes = [.. file.Texts("context").Select(code => new VariableCode(code))];
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i];
            if (code.Value.Length > 0 && scope.Find(code) is null)
            {
                file.Fault("context", i, FaultCodes.UnknownVariable, code);
            }
            else if (code.Value.Length > 0 && Array.IndexOf(codes, code) < i)
            {
                file.Fault("context", i, FaultCodes.Duplicate, code);
            }
        }

        return codes;
    }
}
