;;; goalctl.el --- plans in Emacs  -*- lexical-binding: t; -*-

;; Hover, completion and mistakes from yaml-language-server: M-x eglot in a plan (Emacs 29, or the package eglot).
;; M-x goalctl-check lists what the rules say; M-g n goes from one finding to the next.

(require 'compile)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((yaml-mode yaml-ts-mode) . ("yaml-language-server" "--stdio"))))

(setq-default eglot-workspace-configuration '(:yaml (:schemaStore (:enable :json-false))))

(add-to-list 'compilation-error-regexp-alist 'goalctl)
(add-to-list 'compilation-error-regexp-alist-alist
             '(goalctl "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(info\\)\\)\\["
                       1 2 3 (4 . 5)))

(defun goalctl-check ()
  "Check every plan of the practice that this file belongs to."
  (interactive)
  (let ((default-directory (or (locate-dominating-file default-directory "goalctl.yaml") default-directory)))
    (compile "goalctl --no-input check --format concise")))

(provide 'goalctl)
