-- Hover, completion and mistakes from yaml-language-server; the findings of `goalctl check` as diagnostics beside them.
vim.lsp.config('yamlls', {
  cmd = { 'yaml-language-server', '--stdio' },
  filetypes = { 'yaml' },
  root_markers = { 'goalctl.yaml' },
  settings = { yaml = { schemaStore = { enable = false } } },
})
vim.lsp.enable('yamlls')

local findings = vim.api.nvim_create_namespace('goalctl')
local severities = { error = 'ERROR', warning = 'WARN', info = 'INFO' }

local function show(buffer, output)
  local found = {}
  for line, column, severity, code, message in output:gmatch('%-:(%d+):(%d+): (%a+)%[(%w+)%]: ([^\n]*)') do
    found[#found + 1] = {
      lnum = tonumber(line) - 1,
      col = tonumber(column) - 1,
      severity = vim.diagnostic.severity[severities[severity]],
      source = 'goalctl',
      code = code,
      message = message,
    }
  end
  vim.diagnostic.set(findings, buffer, found)
end

vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufWritePost' }, {
  pattern = '*/plans/*.yaml',
  callback = function(event)
    local text = table.concat(vim.api.nvim_buf_get_lines(event.buf, 0, -1, false), '\n') .. '\n'
    local words = { 'goalctl', '--no-input', 'check', '-', '--format', 'concise' }
    local folder = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf))
    vim.system(words, { stdin = text, text = true, cwd = folder }, function(ended)
      vim.schedule(function() show(event.buf, ended.stdout) end)
    end)
  end,
})
